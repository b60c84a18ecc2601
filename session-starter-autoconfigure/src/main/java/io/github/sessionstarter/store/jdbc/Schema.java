package io.github.sessionstarter.store.jdbc;

import java.time.LocalDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Makes the table, and finds out whether it will do. */
final class Schema {

    /** Of nodes that make a table at once, one at a time is done and one fails, for the table and for its index. */
    private static final int ATTEMPTS = 5;

    private static final LocalDateTime NOW = LocalDateTime.of(2000, 1, 1, 0, 0);

    private final Table table;
    private final Statements sql;
    private final JdbcClient jdbc;
    private final Transactions transactions;

    Schema(Table table, Statements sql, JdbcClient jdbc, Transactions transactions) {
        this.table = table;
        this.sql = sql;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    void initialize() {
        for (int attempt = 1; !hasTable(); attempt++) {
            try {
                transactions.run(this::create);
            } catch (DataAccessException e) {
                // IF NOT EXISTS keeps nobody from making it between the question and the answer
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private boolean create() {
        for (String statement : sql.dialect.create(table)) {
            jdbc.sql(statement).update();
        }
        return true;
    }

    private boolean hasTable() {
        try {
            readNothing();
            return true;
        } catch (DataAccessException e) {
            return false;
        }
    }

    private void readNothing() {
        transactions.run(() -> jdbc.sql(sql.readNothing).query().listOfRows());
    }

    void check() {
        try {
            readNothing();
        } catch (DataAccessException e) {
            throw new IllegalStateException(
                    "The table " + table
                            + " of the sessions is missing, or has not the columns id, session_id, data and"
                            + " expiry, or the database's user may not read it. To make it:\n"
                            + String.join(";\n", sql.dialect.create(table)) + ";",
                    e);
        }
        Object id;
        try {
            id = transactions.rehearse(this::writeAndDelete);
        } catch (DataAccessException e) {
            throw new IllegalStateException(
                    "The table " + table + " of the sessions takes no record: the database's user may not insert,"
                            + " update and delete there, or its column id has no default value (make it an identity,"
                            + " auto-increment, column), or the database cannot compare the type of its column data",
                    e);
        }
        // SQLite gives null where an id of another type than INTEGER has no default, MySQL 0 outside its strict mode
        if (!(id instanceof Number number) || number.longValue() == 0) {
            throw new IllegalStateException("The column id of the table " + table + " of the sessions has no default"
                    + " value; make it an identity (auto-increment) column");
        }
    }

    /** Deletes it too, for engines without transactions. */
    private @Nullable Object writeAndDelete() {
        Key key = new Key("start-up:" + UUID.randomUUID());
        byte[] value = {0};
        on(sql.insert, key)
                .param("value", value)
                .param("expiry", sql.dialect.toColumn(NOW.plusDays(1)))
                .update();
        Object id = on(sql.readId, key).query().singleValue();
        on(sql.deleteIfUnchanged, key).param("loaded", value).update();
        return id;
    }

    private StatementSpec on(String statement, Key key) {
        return jdbc.sql(statement).param("key", key).param("now", sql.dialect.toColumn(NOW));
    }
}
