package io.github.sessionstarter.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.sessionstarter.SessionStore.Outcome;
import io.github.sessionstarter.SessionStore.StoredValue;
import io.github.sessionstarter.store.SessionStoreContract;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javax.sql.DataSource;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** What the store promises on every database, beside what every store does. */
abstract class JdbcSessionStoreContract extends SessionStoreContract {

    private static final Duration LONG = Duration.ofMinutes(10);

    private final String key = newKey();

    private JdbcSessionStore store;

    abstract DataSource dataSource();

    abstract Dialect dialect();

    /** A schema to make, of an odd name; null: the database has none that can be made. */
    abstract String createOddSchema();

    /** The column types of a table that SQLAlchemy makes. */
    abstract String sqlAlchemyColumns();

    @BeforeEach
    void createTable() {
        store = store(dataSource(), null, "sessions");
        store.initializeSchema();
    }

    static JdbcSessionStore store(DataSource dataSource, String schema, String table) {
        return new JdbcSessionStore(dataSource, schema, table, Duration.ofSeconds(10), Clock.systemUTC());
    }

    @Override
    protected JdbcSessionStore store() {
        return store;
    }

    @Override
    protected boolean purges() {
        return true;
    }

    JdbcClient jdbc() {
        return JdbcClient.create(dataSource());
    }

    static String newTable() {
        return "t" + UUID.randomUUID().toString().substring(0, 8);
    }

    JdbcSessionStore sqlAlchemyStore(String columns) {
        String table = newTable();
        jdbc().sql("CREATE TABLE %s (%s)".formatted(dialect().quoted(table), columns))
                .update();
        return store(dataSource(), null, table);
    }

    @Test
    void theTableIsFoundFit() {
        store.checkSchema();
    }

    @Test
    void theCheckLeavesNothingBehind() {
        String table = newTable();
        JdbcSessionStore fresh = store(dataSource(), null, table);
        fresh.initializeSchema();

        fresh.checkSchema();

        assertThat(jdbc().sql("SELECT COUNT(*) FROM " + dialect().quoted(table))
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aMissingTableIsToldWithTheStatementThatMakesIt() {
        assertThatIllegalStateException()
                .isThrownBy(() -> store(dataSource(), null, "nowhere").checkSchema())
                .withMessageContaining("nowhere")
                .withMessageContaining("CREATE TABLE");
    }

    @Test
    void anIdWithoutADefaultIsToldAtStartUp() {
        JdbcSessionStore sequenced = sqlAlchemyStore(sqlAlchemyColumns().replaceFirst("id [^,]*", "id INT NOT NULL"));

        assertThatIllegalStateException()
                .isThrownBy(sequenced::checkSchema)
                .withMessageContaining("id")
                .withMessageContaining("default");
    }

    @Test
    void aTableThatSqlAlchemyMadeStaysAsItIsAndIsUsed() {
        JdbcSessionStore peers = sqlAlchemyStore(sqlAlchemyColumns());

        peers.initializeSchema();
        peers.checkSchema();

        assertThat(peers.insert(key, bytes("old"), LONG)).isTrue();
        assertThat(peers.insert(key, bytes("again"), LONG)).isFalse();
        assertThat(peers.replace(key, peers.load(key, LONG), bytes("new"), LONG))
                .isInstanceOf(Outcome.Done.class);
        assertThat(peers.load(key.toUpperCase(Locale.ROOT), null)).isNull();
        assertThat(peers.delete(key)).isTrue();
    }

    @Test
    void manyMayMakeTheTableAtOnce() throws Exception {
        String table = newTable();

        atOnce(8, i -> {
            store(dataSource(), null, table).initializeSchema();
            return i;
        });

        store(dataSource(), null, table).checkSchema();
    }

    @Test
    void tableAndSchemaMayHaveAnyName() {
        JdbcSessionStore odd = store(dataSource(), createOddSchema(), "Select \"from\" `it's` :a ?b -- é");

        odd.initializeSchema();
        odd.initializeSchema();
        odd.checkSchema();

        assertThat(odd.insert(key, bytes("old"), LONG)).isTrue();
        assertThat(odd.replace(key, odd.load(key, LONG), bytes("new"), LONG)).isInstanceOf(Outcome.Done.class);
        assertThat(odd.load(key, null).value()).isEqualTo(bytes("new"));
        assertThat(odd.delete(key)).isTrue();
        assertThat(odd.purgeExpired(10)).isZero();
    }

    @Test
    void aRolledBackCallerUndoesNothing() {
        store.insert(key, bytes("value"), LONG);
        String made = newKey();

        new TransactionTemplate(new DataSourceTransactionManager(dataSource())).executeWithoutResult(status -> {
            store.delete(key);
            store.insert(made, bytes("value"), LONG);
            status.setRollbackOnly();
        });

        assertThat(store.load(key, null)).isNull();
        assertThat(store.load(made, null)).isNotNull();
    }

    @Test
    void whatIsWrittenWithoutAutoCommitIsCommitted() {
        JdbcSessionStore manual = store(prepared(connection -> connection.setAutoCommit(false)), null, "sessions");

        manual.insert(key, bytes("value"), LONG);
        manual.touch(key, LONG);

        assertThat(store.load(key, null).value()).isEqualTo(bytes("value"));
    }

    @Test
    void noExpiryMeansExpired() {
        store.insert(key, bytes("value"), LONG);
        StoredValue loaded = store.load(key, null);
        jdbc().sql("UPDATE %s SET expiry = NULL WHERE session_id = ?"
                        .formatted(dialect().quoted("sessions")))
                .param(key)
                .update();

        assertThat(store.load(key, null)).isNull();
        assertThat(store.load(key, LONG)).isNull();
        assertThat(store.replace(key, loaded, bytes("new"), LONG)).isInstanceOf(Outcome.Gone.class);
        assertThat(store.insert(key, bytes("next"), LONG)).isTrue();
        assertThat(store.load(key, null).value()).isEqualTo(bytes("next"));
    }

    @Test
    void noDataIsAnEmptyValue() {
        store.insert(key, bytes("value"), LONG);
        jdbc().sql("UPDATE %s SET data = NULL WHERE session_id = ?"
                        .formatted(dialect().quoted("sessions")))
                .param(key)
                .update();

        assertThat(store.load(key, null).value()).isEmpty();
    }

    @Test
    void keepsMoreThanAMebibyte() {
        byte[] value = new byte[3 << 20];
        value[value.length - 1] = 1;

        store.insert(key, value, LONG);
        StoredValue loaded = store.load(key, null);

        assertThat(loaded.value()).isEqualTo(value);
        assertThat(store.replace(key, loaded, bytes("less"), LONG)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void ofManyInsertsOverAnExpiredRecordOneSucceeds() throws Exception {
        store.insert(key, bytes("over"), Duration.ofNanos(1));

        List<Boolean> results = atOnce(8, i -> store.insert(key, bytes("value" + i), LONG));

        assertThat(results).containsOnlyOnce(true);
    }

    @Test
    void manyMayPurgeWhileOthersWork() throws Exception {
        for (int i = 0; i < 120; i++) {
            store.insert(newKey(), bytes("over"), Duration.ofNanos(1));
        }

        List<Integer> purged = atOnce(8, i -> {
            if (i % 2 == 0) {
                return store.purgeExpired(1000);
            }
            for (int round = 0; round < 20; round++) {
                String busy = newKey();
                store.insert(busy, bytes("old"), LONG);
                store.replace(busy, store.load(busy, LONG), bytes("new"), LONG);
                store.delete(busy);
            }
            return 0;
        });

        assertThat(purged.stream().mapToInt(i -> i).sum()).isGreaterThanOrEqualTo(120);
        assertThat(store.purgeExpired(1000)).isZero();
    }

    @Test
    void expiryIsIndexed() throws Exception {
        List<String> columns = new ArrayList<>();
        try (Connection connection = dataSource().getConnection();
                ResultSet indexes =
                        connection.getMetaData().getIndexInfo(connection.getCatalog(), null, "sessions", false, true)) {
            while (indexes.next()) {
                columns.add(String.valueOf(indexes.getString("COLUMN_NAME")).toLowerCase(Locale.ROOT));
            }
        }

        assertThat(columns).contains("session_id", "expiry");
    }

    /** Databases say whom and what they refuse: PostgreSQL's "Failing row contains (…)". */
    @Test
    void anErrorShowsNeitherKeyNorValue() {
        JdbcSessionStore picky = sqlAlchemyStore(sqlAlchemyColumns() + ", CHECK (LENGTH(data) < 3)");

        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> picky.insert(key, bytes("secret"), LONG))
                .satisfies(e -> assertThat(Throwables.getStackTrace(e)).doesNotContain(key, "secret"));
    }

    @Test
    void aLogShowsNoKeyOnAnyLevel() {
        Logger logger = (Logger) LoggerFactory.getLogger("org.springframework");
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        logger.addAppender(log);
        logger.setLevel(Level.TRACE);

        try {
            store.insert(key, bytes("value"), LONG);
            store.replace(key, store.load(key, LONG), bytes("new"), LONG);
            store.insert(key, bytes("value"), LONG);
            store.touch(key, Duration.ofNanos(1));
            store.purgeExpired(1000);
        } finally {
            logger.detachAppender(log);
            logger.setLevel(null);
        }

        assertThat(log.list).isNotEmpty().noneMatch(event -> event.getFormattedMessage()
                .contains(key));
    }

    @Test
    void changesAtOnceAreToldApartInTheStrictestIsolationToo() throws Exception {
        JdbcSessionStore strict = store(
                prepared(connection -> connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE)),
                null,
                "sessions");
        strict.insert(key, bytes("old"), LONG);
        StoredValue loaded = strict.load(key, LONG);

        List<Outcome> outcomes = atOnce(4, i -> strict.replace(key, loaded, bytes("new" + i), LONG));

        assertThat(outcomes).filteredOn(Outcome.Done.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(Outcome.Changed.class::isInstance).hasSize(3);
    }

    /** What a pool does to a connection before it lends it. */
    private interface Preparation {

        void prepare(Connection connection) throws SQLException;
    }

    private DataSource prepared(Preparation preparation) {
        return new DelegatingDataSource(dataSource()) {

            @Override
            public Connection getConnection() throws SQLException {
                Connection connection = super.getConnection();
                preparation.prepare(connection);
                return connection;
            }
        };
    }
}
