package io.github.sessionstarter.autoconfigure;

import io.github.sessionstarter.SessionConnection;
import io.github.sessionstarter.SessionStore;
import io.github.sessionstarter.store.jdbc.JdbcSessionStore;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.jdbc.EmbeddedDatabaseConnection;
import org.springframework.boot.sql.init.DatabaseInitializationMode;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sessions in a SQL database, {@code session.type=jdbc}. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnSessionType(SessionType.JDBC)
class JdbcStoreConfiguration {

    @Bean
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
        if (initializes(jdbc.getInitializeSchema(), dataSource)) {
            store.initializeSchema();
        } else {
            check(store);
        }
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

    private static boolean initializes(DatabaseInitializationMode mode, DataSource dataSource) {
        return mode == DatabaseInitializationMode.ALWAYS
                || (mode == DatabaseInitializationMode.EMBEDDED && EmbeddedDatabaseConnection.isEmbedded(dataSource));
    }
}
