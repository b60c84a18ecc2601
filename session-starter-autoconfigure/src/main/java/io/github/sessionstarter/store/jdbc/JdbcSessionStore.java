package io.github.sessionstarter.store.jdbc;

import io.github.sessionstarter.SessionStore;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.util.function.SingletonSupplier;

/**
 * Keeps sessions in a SQL database, in the table that Flask-Session makes with SQLAlchemy: {@code id}, {@code
 * session_id}, {@code data} and {@code expiry}, a time in UTC; none means expired. PostgreSQL, MariaDB, MySQL, H2 and
 * SQLite, and others that have standard SQL, an {@code id} of their own making, and a comparable type for {@code data}.
 *
 * <p>Every operation runs in a transaction of its own, whatever transaction the caller is in, so that a rollback of his
 * does not undo a logout. It takes a second connection then: a pool must have more than one.
 *
 * <p>The first statement of a transaction is the one that writes. So it waits for others rather than fail on what it has
 * seen before them (SQLite's SQLITE_BUSY, MariaDB's snapshots), and locks are taken in one order.
 */
public final class JdbcSessionStore implements SessionStore {

    /** Of expired records, in one transaction: others wait for it, and its timeout is that of a request's. */
    private static final int AT_ONCE = 100;

    private final Table table;
    private final JdbcClient jdbc;
    private final Transactions transactions;
    private final SingletonSupplier<Statements> statements;
    private final Clock clock;

    /**
     * Needs no database yet.
     *
     * @param schema where the table is; null: where the connection looks for it
     * @param table its name, spelled as in the database
     * @param timeout how long the database may take to answer, where the driver can tell it
     */
    public JdbcSessionStore(
            DataSource dataSource, @Nullable String schema, String table, Duration timeout, Clock clock) {
        DataSource own = own(dataSource, timeout);
        this.table = new Table(schema, table);
        this.jdbc = JdbcClient.create(own);
        this.transactions = new Transactions(own, this.table, timeout);
        this.statements = SingletonSupplier.of(() -> new Statements(dialect(own), this.table));
        this.clock = clock;
    }

    /** Spring finds a transaction by its data source: under one of our own nobody else's is found, not even JPA's. */
    private static DataSource own(DataSource dataSource, Duration timeout) {
        DataSource target = dataSource instanceof TransactionAwareDataSourceProxy proxy
                ? Objects.requireNonNull(proxy.getTargetDataSource())
                : dataSource;
        return new BoundedDataSource(target, timeout);
    }

    private static Dialect dialect(DataSource dataSource) {
        try {
            return Dialect.of(JdbcUtils.extractDatabaseMetaData(dataSource, DatabaseMetaData::getDatabaseProductName));
        } catch (MetaDataAccessException e) {
            throw new DataAccessResourceFailureException("The database of the sessions does not say what it is", e);
        }
    }

    @Override
    public @Nullable StoredValue load(String key, @Nullable Duration extendTo) {
        return inTransaction(sql -> {
            if (extendTo == null) {
                return read(sql, key);
            }
            if (sql.dialect.upserts()) {
                return row(sql, extension(sql, sql.extendAndRead, key, extendTo));
            }
            // whatever the update counts: MySQL's drivers can be told not to count a row that stays as it is
            extension(sql, sql.extend, key, extendTo).update();
            return read(sql, key);
        });
    }

    @Override
    public boolean touch(String key, Duration timeToLive) {
        return inTransaction(sql -> extension(sql, sql.extend, key, timeToLive).update() > 0 || read(sql, key) != null);
    }

    private StatementSpec extension(Statements sql, String statement, String key, Duration timeToLive) {
        return on(sql, statement, key).param("expiry", expiry(sql, timeToLive));
    }

    @Override
    public boolean insert(String key, byte[] value, Duration timeToLive) {
        try {
            if (write(key, value, timeToLive, statements.obtain().insert)) {
                return true;
            }
        } catch (DuplicateKeyException e) {
            // in another transaction: two that lost hold a lock each on the record that both would change
            return write(key, value, timeToLive, statements.obtain().reclaim);
        }
        return false;
    }

    private boolean write(String key, byte[] value, Duration timeToLive, String statement) {
        return inTransaction(sql -> {
            int rows = on(sql, statement, key)
                    .param("value", value)
                    .param("expiry", expiry(sql, timeToLive))
                    .update();
            refuseCut(sql, key, value, rows);
            return rows > 0;
        });
    }

    @Override
    public Outcome replace(String key, StoredValue loaded, byte[] value, Duration timeToLive) {
        return inTransaction(sql -> {
            int rows = on(sql, sql.replace, key)
                    .param("loaded", loaded.value())
                    .param("value", value)
                    .param("expiry", expiry(sql, timeToLive))
                    .update();
            refuseCut(sql, key, value, rows);
            return outcome(sql, key, rows);
        });
    }

    @Override
    public Outcome deleteIfUnchanged(String key, StoredValue loaded) {
        return inTransaction(sql -> {
            int rows = on(sql, sql.deleteIfUnchanged, key)
                    .param("loaded", loaded.value())
                    .update();
            return outcome(sql, key, rows);
        });
    }

    private Outcome outcome(Statements sql, String key, int rows) {
        if (rows > 0) {
            return new Outcome.Done();
        }
        StoredValue present = read(sql, key);
        return present == null ? new Outcome.Gone() : new Outcome.Changed(present);
    }

    @Override
    public boolean delete(String key) {
        return inTransaction(sql -> on(sql, sql.delete, key).update() > 0);
    }

    /**
     * One record a statement and in the order of their keys, which is how everybody locks them: several nodes that purge
     * at once wait for one another, and neither they nor requests run into a deadlock.
     */
    @Override
    public int purgeExpired(int limit) {
        List<String> keys = inTransaction(sql -> jdbc.sql(sql.expired)
                        .param("now", now(sql))
                        .param("limit", limit)
                        .query(String.class)
                        .list())
                .stream()
                .sorted()
                .toList();
        int purged = 0;
        for (int from = 0; from < keys.size(); from += AT_ONCE) {
            List<String> some = keys.subList(from, Math.min(from + AT_ONCE, keys.size()));
            purged += inTransaction(sql -> some.stream()
                    .mapToInt(key -> on(sql, sql.purge, key).update())
                    .sum());
        }
        return purged;
    }

    /**
     * Makes the table and its index where there is no such table; one that is there stays as it is. Several nodes may do
     * it at once.
     */
    public void initializeSchema() {
        schema().initialize();
    }

    /**
     * Finds out whether sessions can be kept: writes a record and takes it back.
     *
     * @throws IllegalStateException where the table or a column is missing, the user may not write, or {@code id} has no
     *     value of the database's making, as in a table that Flask-Session made with {@code SESSION_SQLALCHEMY_SEQUENCE}
     */
    public void checkSchema() {
        schema().check();
    }

    private Schema schema() {
        return new Schema(table, statements.obtain(), jdbc, transactions);
    }

    private @Nullable StoredValue read(Statements sql, String key) {
        return row(sql, on(sql, sql.read, key));
    }

    private static @Nullable StoredValue row(Statements sql, StatementSpec statement) {
        return statement
                .query((row, number) -> new StoredValue(data(row), null, sql.dialect.readExpiry(row)))
                .optional()
                .orElse(null);
    }

    private static byte[] data(ResultSet row) throws SQLException {
        byte[] data = row.getBytes("data");
        return data == null ? new byte[0] : data;
    }

    private StatementSpec on(Statements sql, String statement, String key) {
        return jdbc.sql(statement).param("key", new Key(key)).param("now", now(sql));
    }

    private Object now(Statements sql) {
        return expiry(sql, Duration.ZERO);
    }

    private Object expiry(Statements sql, Duration timeToLive) {
        Instant time = clock.instant().plus(timeToLive).truncatedTo(ChronoUnit.MICROS);
        return sql.dialect.toColumn(LocalDateTime.ofInstant(time, ZoneOffset.UTC));
    }

    private void refuseCut(Statements sql, String key, byte[] value, int rows) {
        if (rows > 0 && sql.dialect.mayCut(value)) {
            int length = on(sql, sql.length, key).query(Integer.class).single();
            if (length != value.length) {
                throw new DataIntegrityViolationException("A session of " + value.length + " bytes is too long for the"
                        + " column data of the table " + table + ", which holds " + length + "; make it a LONGBLOB");
            }
        }
    }

    private <T extends @Nullable Object> T inTransaction(Function<Statements, T> work) {
        Statements sql = statements.obtain();
        return transactions.run(() -> work.apply(sql));
    }
}
