/** What sessions cost. {@link io.github.sessionstarter.benchmarks.Benchmarks} measures, and writes the page. */
@NullMarked
package io.github.sessionstarter.benchmarks;

import org.jspecify.annotations.NullMarked;
