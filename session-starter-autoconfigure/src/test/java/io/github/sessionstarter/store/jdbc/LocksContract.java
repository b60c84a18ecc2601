package io.github.sessionstarter.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.github.sessionstarter.SessionStore.Outcome;
import io.github.sessionstarter.SessionStore.StoredValue;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody else's transaction holds what a session needs. */
abstract class LocksContract {

    private static final Duration LONG = Duration.ofMinutes(10);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String name = "t" + UUID.randomUUID().toString().replace("-", "");
    private final String key = "session:" + UUID.randomUUID();

    private Connection foreign;

    abstract DataSource dataSource();

    /** How many transactions wait for a lock. */
    abstract String countWaiting();

    /** So that every change of a session changes the table {@code audit} too. */
    abstract String[] createTrigger(String table, String audit);

    /** So that the database breaks a deadlock by ending the other transaction. */
    abstract String[] prevail(String ballast);

    private JdbcSessionStore store(Duration timeout) {
        return new JdbcSessionStore(dataSource(), null, name, timeout, Clock.systemUTC());
    }

    @BeforeEach
    void createTable() throws SQLException {
        JdbcSessionStore store = store(PATIENCE);
        store.initializeSchema();
        store.insert(key, new byte[] {1}, LONG);
        foreign = dataSource().getConnection();
        foreign.setAutoCommit(false);
    }

    @AfterEach
    void rollBack() throws SQLException {
        foreign.rollback();
        foreign.close();
    }

    private void inForeignTransaction(String... statements) throws SQLException {
        try (Statement statement = foreign.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private String lockRecord() {
        return "UPDATE %s SET expiry = expiry WHERE session_id = '%s'".formatted(name, key);
    }

    @Test
    void whoWaitsForALockGivesUpInTimeAndLosesNothing() throws SQLException {
        JdbcSessionStore store = store(Duration.ofSeconds(1));
        StoredValue loaded = store.load(key, null);
        inForeignTransaction(lockRecord());

        long start = System.nanoTime();
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> store.replace(key, loaded, new byte[] {2}, LONG));
        Duration took = Duration.ofNanos(System.nanoTime() - start);

        assertThat(took).isLessThan(Duration.ofSeconds(10));
        assertThat(store.load(key, null).value()).containsExactly(1);
        foreign.rollback();
        assertThat(store.replace(key, loaded, new byte[] {3}, LONG)).isInstanceOf(Outcome.Done.class);
        assertThat(store.load(key, null).value()).containsExactly(3);
    }

    @Test
    void aDeadlockIsSurvived() throws SQLException {
        JdbcSessionStore store = store(PATIENCE);
        JdbcClient jdbc = JdbcClient.create(dataSource());
        String audit = "audit_" + name;
        jdbc.sql("CREATE TABLE " + audit + " (changes INTEGER)").update();
        jdbc.sql("INSERT INTO " + audit + " VALUES (0)").update();
        for (String statement : createTrigger(name, audit)) {
            jdbc.sql(statement).update();
        }
        StoredValue loaded = store.load(key, null);
        inForeignTransaction(prevail("ballast_" + name));
        inForeignTransaction("UPDATE " + audit + " SET changes = changes + 1");

        CompletableFuture<Outcome> outcome =
                CompletableFuture.supplyAsync(() -> store.replace(key, loaded, new byte[] {2}, LONG));
        await().atMost(PATIENCE)
                .until(() -> jdbc.sql(countWaiting()).query(Integer.class).single() > 0);
        deadlock();
        foreign.commit();

        assertThat(outcome.join()).isInstanceOf(Outcome.Done.class);
        assertThat(store.load(key, null).value()).containsExactly(2);
    }

    /** One of the two has to give way. On a slow machine it may be the foreign one after all, and the session is saved. */
    private void deadlock() throws SQLException {
        try {
            inForeignTransaction(lockRecord());
        } catch (SQLException e) {
            foreign.rollback();
        }
    }
}
