package io.github.sessionstarter.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.sessionstarter.SessionStore.StoredValue;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataIntegrityViolationException;

class MariaDbSessionStoreTest extends JdbcSessionStoreContract {

    private static final Duration LONG = Duration.ofMinutes(10);

    @Override
    DataSource dataSource() {
        return Databases.mariadb();
    }

    @Override
    Dialect dialect() {
        return Dialect.MARIADB;
    }

    @Override
    String createOddSchema() {
        jdbc().sql("CREATE DATABASE IF NOT EXISTS `an Odd``one`").update();
        return "an Odd`one";
    }

    @Override
    String sqlAlchemyColumns() {
        return "id INTEGER NOT NULL AUTO_INCREMENT, session_id VARCHAR(255), data BLOB, expiry DATETIME,"
                + " PRIMARY KEY (id), UNIQUE (session_id)";
    }

    @ParameterizedTest
    @ValueSource(strings = {"sessionVariables=sql_mode='STRICT_ALL_TABLES'", "sessionVariables=sql_mode=''"})
    void whatABlobDoesNotHoldIsRefusedAndNotCut(String options) {
        String table = newTable();
        jdbc().sql("CREATE TABLE %s (%s)".formatted(table, sqlAlchemyColumns())).update();
        JdbcSessionStore store = store(Databases.mariadb(options), null, table);
        String key = newKey();
        byte[] most = new byte[65_535];
        byte[] tooMuch = new byte[65_536];

        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .isThrownBy(() -> store.insert(key, tooMuch, LONG))
                .withMessageContaining("data");
        assertThat(store.insert(key, most, LONG)).isTrue();
        StoredValue loaded = store.load(key, null);
        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .isThrownBy(() -> store.replace(key, loaded, tooMuch, LONG));
        assertThat(store.load(key, null).value()).isEqualTo(most);
    }

    @Test
    void anIdWithoutADefaultIsToldOutsideOfTheStrictModeToo() {
        String table = newTable();
        jdbc().sql("CREATE TABLE %s (%s)".formatted(table, sqlAlchemyColumns().replace("AUTO_INCREMENT", "")))
                .update();
        JdbcSessionStore store = store(Databases.mariadb("sessionVariables=sql_mode=''"), null, table);

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(store::checkSchema)
                .withMessageContaining("default");
    }

    @Test
    void aRowThatStaysAsItIsCountsWhateverTheDriverCounts() {
        String table = newTable();
        jdbc().sql("CREATE TABLE %s (%s)".formatted(table, sqlAlchemyColumns())).update();
        JdbcSessionStore store = store(Databases.mariadb("useAffectedRows=true"), null, table);
        String key = newKey();
        store.insert(key, bytes("value"), LONG);

        assertThat(store.touch(key, LONG)).isTrue();
        assertThat(store.touch(key, LONG)).isTrue();
        assertThat(store.load(key, LONG)).isNotNull();
    }

    @Test
    void recordsAreFoundByTheIndexInBothTables() {
        String peers = newTable();
        jdbc().sql("CREATE TABLE %s (%s)".formatted(peers, sqlAlchemyColumns())).update();
        for (String table : List.of("sessions", peers)) {
            JdbcSessionStore store = store(dataSource(), null, table);
            for (int i = 0; i < 50; i++) {
                store.insert(newKey(), bytes("value"), LONG);
            }
            String key = newKey();
            store.insert(key, bytes("value"), LONG);

            assertThat(jdbc().sql("EXPLAIN SELECT data FROM " + table + " WHERE " + Dialect.MARIADB.hasKey())
                            .param("key", key)
                            .query()
                            .singleRow())
                    .containsEntry("key", "session_id")
                    .containsEntry("rows", "1");
        }
    }
}
