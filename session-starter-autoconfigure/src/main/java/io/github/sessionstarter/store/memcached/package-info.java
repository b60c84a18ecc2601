/** Sessions in memcached. */
@NullMarked
package io.github.sessionstarter.store.memcached;

import org.jspecify.annotations.NullMarked;
