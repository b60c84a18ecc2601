package io.github.sessionstarter.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.TransactionSystemException;

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

    /** Who reads keeps others from committing. */
    @Test
    void aCommitThatIsRefusedLeavesNoTransactionInThePool() throws SQLException {
        String url = "jdbc:sqlite:" + directory.resolve("busy.db") + "?busy_timeout=50" + "";
        try (HikariDataSource pool = new HikariDataSource()) {
            pool.setJdbcUrl(url);
            pool.setMaximumPoolSize(1);
            JdbcSessionStore store =
                    new JdbcSessionStore(pool, null, "sessions", Duration.ofSeconds(10), Clock.systemUTC());
            store.initializeSchema();
            store.insert("session:a", bytes("value"), Duration.ofDays(1));
            store.insert("session:b", bytes("value"), Duration.ofDays(1));
            try (Connection reader = DriverManager.getConnection(url);
                    Statement statement = reader.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT * FROM sessions")) {
                rows.next();
                assertThatThrownBy(() -> store.load("session:a", Duration.ofDays(1)))
                        .isInstanceOf(TransactionSystemException.class);
            }

            assertThat(store.load("session:a", Duration.ofDays(1)).value()).isEqualTo(bytes("value"));
        }
    }

    @Test
    void anExpiryThatSomebodyElseWroteOtherwiseIsNoError() {
        String key = newKey();
        store().insert(key, bytes("value"), Duration.ofDays(1));
        jdbc().sql("UPDATE sessions SET expiry = '2999-01-01T00:00:00' WHERE session_id = ?")
                .param(key)
                .update();

        assertThat(store().load(key, null).value()).isEqualTo(bytes("value"));
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
