/** What single steps cost, in time and in bytes allocated. */
@NullMarked
package io.github.sessionstarter.benchmarks.micro;

import org.jspecify.annotations.NullMarked;
