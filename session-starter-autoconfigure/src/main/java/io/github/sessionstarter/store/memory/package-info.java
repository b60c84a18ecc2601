/** A store for tests: records in the memory of one JVM. */
@NullMarked
package io.github.sessionstarter.store.memory;

import org.jspecify.annotations.NullMarked;
