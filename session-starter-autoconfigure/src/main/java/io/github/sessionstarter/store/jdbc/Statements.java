package io.github.sessionstarter.store.jdbc;

/** The texts of all statements on one table, in one dialect. */
final class Statements {

    private static final String EXPIRED = "(expiry IS NULL OR expiry <= :now)";

    final Dialect dialect;

    /** Fails where there is no such table. */
    final String readNothing;

    final String readId;

    final String read;

    final String extend;

    /** Where the dialect has it: {@link #extend} and {@link #read} in one. */
    final String extendAndRead;

    final String insert;

    /** Makes the record under a key new, if it is expired. {@link #insert} does it itself where the dialect permits. */
    final String reclaim;

    final String replace;

    final String deleteIfUnchanged;

    final String delete;

    final String length;

    final String expired;

    final String purge;

    Statements(Dialect dialect, Table table) {
        String name = dialect.name(table);
        String key = dialect.hasKey();
        String live = key + " AND expiry > :now";
        this.dialect = dialect;
        this.readNothing = "SELECT id, session_id, data, expiry FROM " + name + " WHERE 1 = 0";
        this.readId = "SELECT id FROM " + name + " WHERE " + key;
        this.read = "SELECT data, expiry FROM " + name + " WHERE " + live;
        this.extend = "UPDATE " + name + " SET expiry = :expiry WHERE " + live;
        this.extendAndRead = extend + " RETURNING data, expiry";
        this.insert = "INSERT INTO " + name + (dialect.upserts() ? " AS present" : "")
                + " (session_id, data, expiry) VALUES (:key, :value, :expiry)"
                + (dialect.upserts()
                        ? " ON CONFLICT (session_id) DO UPDATE SET data = excluded.data, expiry = excluded.expiry"
                                + " WHERE present.expiry IS NULL OR present.expiry <= :now"
                        : "");
        this.reclaim = "UPDATE " + name + " SET data = :value, expiry = :expiry WHERE " + key + " AND " + EXPIRED;
        this.replace = "UPDATE " + name + " SET data = :value, expiry = :expiry WHERE " + live + " AND data = :loaded";
        this.deleteIfUnchanged = "DELETE FROM " + name + " WHERE " + live + " AND data = :loaded";
        this.delete = "DELETE FROM " + name + " WHERE " + live;
        this.length = "SELECT OCTET_LENGTH(data) FROM " + name + " WHERE " + key;
        this.expired = "SELECT session_id FROM " + name + " WHERE session_id IS NOT NULL AND " + EXPIRED + " "
                + dialect.limit();
        this.purge = "DELETE FROM " + name + " WHERE " + key + " AND " + EXPIRED;
    }
}
