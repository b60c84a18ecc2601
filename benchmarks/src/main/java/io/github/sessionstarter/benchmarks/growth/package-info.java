/** What sessions cost when they grow: their keys, their values, their number, and their requests at once. */
@NullMarked
package io.github.sessionstarter.benchmarks.growth;

import org.jspecify.annotations.NullMarked;
