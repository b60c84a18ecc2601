/** Figures, tables, and the page they are on. */
@NullMarked
package io.github.sessionstarter.benchmarks.report;

import org.jspecify.annotations.NullMarked;
