/** Sessions in a SQL database, in the table that Flask-Session makes with SQLAlchemy. */
@NullMarked
package io.github.sessionstarter.store.jdbc;

import org.jspecify.annotations.NullMarked;
