/** The applications that are measured: one handler of each kind, on each kind of session. */
@NullMarked
package io.github.sessionstarter.benchmarks.application;

import org.jspecify.annotations.NullMarked;
