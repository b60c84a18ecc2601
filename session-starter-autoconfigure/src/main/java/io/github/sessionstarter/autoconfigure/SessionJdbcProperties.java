package io.github.sessionstarter.autoconfigure;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.sql.init.DatabaseInitializationMode;

/** What is set under {@code session.jdbc.*}. */
public class SessionJdbcProperties {

    /** The table that keeps the sessions. */
    private String table = "sessions";

    /** The schema of the table; without one the connection's. */
    private @Nullable String schema;

    /** Whether the table is made at start-up: always, embedded (in an embedded database only), or never. */
    private DatabaseInitializationMode initializeSchema = DatabaseInitializationMode.EMBEDDED;

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

    public DatabaseInitializationMode getInitializeSchema() {
        return initializeSchema;
    }

    public void setInitializeSchema(DatabaseInitializationMode initializeSchema) {
        this.initializeSchema = initializeSchema;
    }
}
