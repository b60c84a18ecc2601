package io.github.sessionstarter.benchmarks.application;

import org.jspecify.annotations.Nullable;

/**
 * What handlers answer, as JSON.
 *
 * @param value what the session holds, or what no session says
 */
record Answer(String handler, @Nullable Object value) {}
