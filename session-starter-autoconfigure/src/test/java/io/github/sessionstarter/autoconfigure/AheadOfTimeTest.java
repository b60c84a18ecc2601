package io.github.sessionstarter.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sessionstarter.SessionStore;
import io.github.sessionstarter.server.Stores;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.core.test.tools.CompileWithForkedClassLoader;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * An application that was processed ahead of time keeps sessions as one that was not. It is processed without a server,
 * knowing nothing but the {@code session.type}, and gets its addresses and keys when it runs.
 */
@CompileWithForkedClassLoader
class AheadOfTimeTest {

    @Test
    void inACookie() {
        assertThatASessionIsKept("cookie", Map.of("session.secret-key", "a secret key of the tests"));
    }

    @Test
    void inRedis() {
        assertThatASessionIsKept("redis", Stores.REDIS.properties());
    }

    @Test
    void inMemcached() {
        assertThatASessionIsKept("memcached", Stores.MEMCACHED.properties());
    }

    @Test
    void inFiles() {
        assertThatASessionIsKept("filesystem", Stores.FILESYSTEM.properties());
    }

    @Test
    void inMongodb() {
        assertThatASessionIsKept("mongodb", Stores.MONGODB.properties());
    }

    @Test
    void inSql() {
        assertThatASessionIsKept("jdbc", Stores.JDBC.properties(), DataSourceAutoConfiguration.class);
    }

    private static void assertThatASessionIsKept(
            String type, Map<String, String> properties, Class<?>... configurations) {
        Map<String, String> all = new HashMap<>(properties);
        all.put("session.type", type);
        ProcessedApplication.of(Map.of("session.type", type), configurations)
                .run(all, context -> assertThat(KeptSession.of(context)).isEqualTo(Map.of("username", "wd")));
    }

    @Test
    void whatKeepsNothingStillKeepsNothing() {
        ProcessedApplication.of(Map.of("session.type", "none"))
                .run(Map.of("session.type", "none"), context -> assertThatThrownBy(() -> KeptSession.of(context))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("session.type is none"));
    }

    @Test
    void anotherTypeThanItWasProcessedWithIsRefused() {
        ProcessedApplication application = ProcessedApplication.of(Map.of());

        assertThatThrownBy(() -> application.run(Stores.FILESYSTEM.properties(), context -> {}))
                .isInstanceOfSatisfying(SessionConfigurationException.class, e -> {
                    assertThat(e)
                            .hasMessage("session.type is 'filesystem', and the application was processed ahead of"
                                    + " time for 'cookie'.");
                    assertThat(e.action())
                            .contains("Set session.type to cookie")
                            .contains("process-aot");
                });
    }

    @Test
    void anotherNameOfTheSameTypeIsNot() {
        Map<String, String> sqlalchemy =
                Map.of("session.type", "sqlalchemy", "spring.datasource.url", "jdbc:h2:mem:" + UUID.randomUUID());

        ProcessedApplication.of(Map.of("session.type", "jdbc"), DataSourceAutoConfiguration.class)
                .run(sqlalchemy, context -> assertThat(context.getBeansOfType(SessionStore.class))
                        .hasSize(1));
    }

    @Test
    void ofSeveralConnectionsTheMarkedOneIsUsed() {
        Map<String, String> jdbc = Map.of("session.type", "jdbc", "session.jdbc.initialize-schema", "always");

        ProcessedApplication.of(jdbc, StoreAutoConfigurationTest.TwoDataSources.class)
                .run(jdbc, context -> {
                    DataSource marked = context.getBean("marked", DataSource.class);
                    assertThat(JdbcClient.create(marked)
                                    .sql("select count(*) from \"sessions\"")
                                    .query(Integer.class)
                                    .single())
                            .isZero();
                });
    }
}
