package io.github.sessionstarter.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteSessionStoreTest extends JdbcSessionStoreContract {

    @TempDir
    private static Path directory;

    @Override
    DataSource dataSource() {
        return Databases.sqlite(directory.resolve("sessions.db"));
    }

    @Override
    Dialect dialect() {
        return Dialect.SQLITE;
    }

    /** It cannot make one; this one is always there. */
    @Override
    String createOddSchema() {
        return "main";
    }

    @Override
    String sqlAlchemyColumns() {
        return "id INTEGER NOT NULL, session_id VARCHAR(255), data BLOB, expiry DATETIME, PRIMARY KEY (id), UNIQUE"
                + " (session_id)";
    }

    /** {@code sqlalchemy.dialects.sqlite.DATETIME}: six digits, even where they are none. */
    @Test
    void anExpiryIsTextAsSqlAlchemyWritesIt() {
        Clock clock = Clock.fixed(Instant.parse("2030-01-02T03:04:05.000600999Z"), ZoneOffset.UTC);
        String key = newKey();

        new JdbcSessionStore(dataSource(), null, "sessions", Duration.ofSeconds(10), clock)
                .insert(key, bytes("value"), Duration.ofDays(1));

        assertThat(jdbc().sql("SELECT expiry FROM sessions WHERE session_id = ?")
                        .param(key)
                        .query(String.class)
                        .single())
                .isEqualTo("2030-01-03 03:04:05.000600");
    }
}
