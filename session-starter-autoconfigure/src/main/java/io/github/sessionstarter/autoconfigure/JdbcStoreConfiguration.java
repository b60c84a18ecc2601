package io.github.sessionstarter.autoconfigure;

import io.github.sessionstarter.SessionConnection;
import io.github.sessionstarter.SessionStore;
import io.github.sessionstarter.store.jdbc.JdbcSessionStore;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.jdbc.EmbeddedDatabaseConnection;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sessions in a SQL database, {@code session.type=jdbc}. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnSessionType(SessionType.JDBC)
class JdbcStoreConfiguration {

    private static final Map<String, Predicate<DataSource>> INITIALIZES = new LinkedHashMap<>();

    static {
        INITIALIZES.put("always", dataSource -> true);
        INITIALIZES.put("embedded", EmbeddedDatabaseConnection::isEmbedded);
        INITIALIZES.put("never", dataSource -> false);
    }

    /** After Flyway, Liquibase and the application's own scripts: the table may be theirs. */
    @Bean
    @DependsOnDatabaseInitialization
    @ConditionalOnMissingBean(SessionStore.class)
    JdbcSessionStore flaskSessionStore(
            SessionProperties properties,
            @SessionConnection ObjectProvider<DataSource> marked,
            ObjectProvider<DataSource> all,
            ObjectProvider<Clock> clock) {
        DataSource dataSource = Connection.of(DataSource.class, marked, all, "Set spring.datasource.url.");
        SessionJdbcProperties jdbc = properties.getJdbc();
        JdbcSessionStore store = new JdbcSessionStore(
                dataSource, jdbc.getSchema(), jdbc.getTable(), null, clock.getIfUnique(Clock::systemUTC));
        if (Choice.of("session.jdbc.initialize-schema", jdbc.getInitializeSchema(), INITIALIZES)
                .test(dataSource)) {
            store.initializeSchema();
        }
        check(store);
        return store;
    }

    private static void check(JdbcSessionStore store) {
        try {
            store.checkSchema();
        } catch (IllegalStateException e) {
            throw new SessionConfigurationException(
                    String.valueOf(e.getMessage()),
                    "Make the table, or let the application make it by session.jdbc.initialize-schema=always.");
        }
    }
}
