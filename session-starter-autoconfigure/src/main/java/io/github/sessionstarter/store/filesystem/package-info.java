/** Sessions in files, in the layout of cachelib's {@code FileSystemCache}, which Flask-Session uses. */
@NullMarked
package io.github.sessionstarter.store.filesystem;

import org.jspecify.annotations.NullMarked;
