package io.github.sessionstarter.store.jdbc;

import org.jspecify.annotations.Nullable;

/**
 * A table's name, as it is spelled in the database.
 *
 * @param schema null: the connection's
 */
record Table(@Nullable String schema, String name) {

    Table {
        if (name.isBlank()) {
            throw new IllegalArgumentException("The table needs a name");
        }
        schema = schema == null || schema.isBlank() ? null : schema;
    }

    @Override
    public String toString() {
        return schema == null ? name : schema + "." + name;
    }
}
