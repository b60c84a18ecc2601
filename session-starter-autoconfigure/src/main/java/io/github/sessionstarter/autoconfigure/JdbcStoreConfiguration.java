package io.github.sessionstarter.autoconfigure;

import com.zaxxer.hikari.HikariDataSource;
import io.github.sessionstarter.SessionConnection;
import io.github.sessionstarter.SessionStore;
import io.github.sessionstarter.store.jdbc.JdbcSessionStore;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.jdbc.EmbeddedDatabaseConnection;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Sessions in a SQL database, {@code session.type=jdbc}. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnSessionType(SessionType.JDBC)
class JdbcStoreConfiguration {

    private static final Log log = LogFactory.getLog(JdbcStoreConfiguration.class);

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
    SessionStore flaskSessionStore(
            SessionProperties properties,
            @SessionConnection ObjectProvider<DataSource> marked,
            ObjectProvider<DataSource> all,
            ObjectProvider<Clock> clock) {
        DataSource dataSource = Connection.of(DataSource.class, marked, all, "Set spring.datasource.url.");
        SessionJdbcProperties jdbc = properties.getJdbc();
        if (jdbc.getTable().isBlank()) {
            throw new SessionConfigurationException(
                    "session.jdbc.table is empty.", "Leave it out for sessions, or set it to the table's name.");
        }
        Duration timeout = StoreTimeout.of(properties);
        warnOfPool(dataSource, timeout);
        JdbcSessionStore store = new JdbcSessionStore(
                dataSource, jdbc.getSchema(), jdbc.getTable(), timeout, clock.getIfUnique(Clock::systemUTC));
        Predicate<DataSource> initializes =
                Choice.of("session.jdbc.initialize-schema", jdbc.getInitializeSchema(), INITIALIZES);
        return PreparedStore.of(
                store,
                () -> {
                    if (initializes.test(dataSource)) {
                        store.initializeSchema();
                    }
                    check(store);
                },
                JdbcStoreConfiguration::isUnreachable,
                timeout);
    }

    private static boolean isUnreachable(RuntimeException e) {
        return e instanceof DataAccessResourceFailureException
                || e instanceof QueryTimeoutException
                || e instanceof TransientDataAccessResourceException
                || e instanceof CannotCreateTransactionException;
    }

    private static void warnOfPool(DataSource dataSource, Duration timeout) {
        if (dataSource.getClass().getName().equals("com.zaxxer.hikari.HikariDataSource")) {
            HikariDataSource hikari = (HikariDataSource) dataSource;
            warnOfPool("connection-timeout", hikari.getConnectionTimeout(), timeout);
            warnOfPool("validation-timeout", hikari.getValidationTimeout(), timeout);
        }
    }

    private static void warnOfPool(String property, long milliseconds, Duration timeout) {
        // of what Hikari takes, 250 ms is the least
        if (milliseconds > Math.max(timeout.toMillis(), 250)) {
            log.warn("While the database is away a request may wait " + milliseconds + " ms for a connection, which"
                    + " session.store-timeout cannot shorten. Set spring.datasource.hikari." + property + " to "
                    + Math.max(timeout.toMillis(), 250) + " or less.");
        }
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
