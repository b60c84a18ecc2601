/** Sessions in Redis. */
@NullMarked
package io.github.sessionstarter.store.redis;

import org.jspecify.annotations.NullMarked;
