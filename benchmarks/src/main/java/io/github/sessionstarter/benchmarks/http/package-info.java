/** Applications side by side under load. */
@NullMarked
package io.github.sessionstarter.benchmarks.http;

import org.jspecify.annotations.NullMarked;
