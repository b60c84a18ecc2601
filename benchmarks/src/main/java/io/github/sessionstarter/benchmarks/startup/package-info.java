/** What the starter adds to an application that does nothing. */
@NullMarked
package io.github.sessionstarter.benchmarks.startup;

import org.jspecify.annotations.NullMarked;
