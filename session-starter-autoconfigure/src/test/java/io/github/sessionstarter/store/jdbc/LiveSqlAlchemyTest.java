package io.github.sessionstarter.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.sessionstarter.SessionStore.Outcome;
import io.github.sessionstarter.SessionStore.StoredValue;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One SQLite file, a Flask-Session and this store. */
class LiveSqlAlchemyTest {

    private static final String FLASKS = "f1a5c000-0000-4000-8000-000000000001";
    private static final String OURS = "0uR5_-aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";

    @TempDir
    private Path directory;

    private SqlAlchemyPeer flask;
    private JdbcSessionStore store;

    @BeforeEach
    void share() {
        Path file = directory.resolve("shared.db").toAbsolutePath();
        flask = new SqlAlchemyPeer(file);
        store = new JdbcSessionStore(
                Databases.sqlite(file), null, "sessions", Duration.ofSeconds(10), Clock.systemUTC());
    }

    @Test
    void sharesTheTableThatFlaskMade() {
        flask.create();

        store.initializeSchema();
        store.checkSchema();

        flask.write(FLASKS, "{\"user\": \"ada\"}");
        StoredValue loaded = store.load("session:" + FLASKS, null);
        assertThat(loaded.expiry()).isCloseTo(Instant.now().plus(31, ChronoUnit.DAYS), within(5, ChronoUnit.MINUTES));
        assertThat(store.replace("session:" + FLASKS, loaded, loaded.value(), Duration.ofDays(1)))
                .isInstanceOf(Outcome.Done.class);
        assertThat(flask.read(FLASKS)).contains("\"user\": \"ada\"");
    }

    @Test
    void sharesTheTableThatTheStoreMade() {
        store.initializeSchema();
        flask.create();
        flask.write(FLASKS, "{\"user\": \"ada\"}");
        StoredValue theirs = store.load("session:" + FLASKS, Duration.ofDays(1));

        store.insert("session:" + OURS, theirs.value(), Duration.ofDays(1));
        flask.write(OURS, "{\"more\": 1}");

        assertThat(flask.read(OURS)).contains("\"user\": \"ada\"").contains("\"more\": 1");
        assertThat(store.replace("session:" + OURS, theirs, new byte[0], Duration.ofDays(1)))
                .isInstanceOf(Outcome.Changed.class);
    }

    @Test
    void aSessionThatOneDeletesTheOtherDoesNotSee() {
        flask.create();
        flask.write(FLASKS, "{\"user\": \"ada\"}");

        assertThat(store.delete("session:" + FLASKS)).isTrue();

        assertThat(flask.read(FLASKS)).doesNotContain("ada");
    }
}
