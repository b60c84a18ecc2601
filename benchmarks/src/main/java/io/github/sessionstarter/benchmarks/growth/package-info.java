/** What sessions cost when they grow: their keys, their values, and their number. */
@NullMarked
package io.github.sessionstarter.benchmarks.growth;

import org.jspecify.annotations.NullMarked;
