package io.github.sessionstarter.autoconfigure;

import org.jspecify.annotations.Nullable;

/** What is set under {@code session.jdbc.*}. */
public class SessionJdbcProperties {

    /** The table that keeps the sessions. */
    private String table = "sessions";

    /** The schema of the table; without one the connection's. */
    private @Nullable String schema;

    /** Whether the table is made at start-up: always, embedded (in an embedded database only), or never. */
    private String initializeSchema = "embedded";

    public String getTable() {
        return table;
    }

    public void setTable(String table) {
        this.table = table;
    }

    public @Nullable String getSchema() {
        return schema;
    }

    public void setSchema(@Nullable String schema) {
        this.schema = schema;
    }

    public String getInitializeSchema() {
        return initializeSchema;
    }

    public void setInitializeSchema(String initializeSchema) {
        this.initializeSchema = initializeSchema;
    }
}
