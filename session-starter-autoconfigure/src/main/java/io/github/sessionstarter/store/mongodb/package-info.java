/** Sessions in MongoDB, in the documents that Flask-Session writes. */
@NullMarked
package io.github.sessionstarter.store.mongodb;

import org.jspecify.annotations.NullMarked;
