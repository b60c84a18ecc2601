package io.github.sessionstarter.store.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Bounds what a statement's timeout does not: drivers ask the server to end a statement that takes too long, and wait for
 * ever where the server does not answer. So the connection itself is told how long to wait, while it is ours.
 */
final class BoundedTransactionManager extends JdbcTransactionManager {

    private static final long serialVersionUID = 1L;

    /** So that a server that does answer is the one to end the statement, and the connection lives. */
    private static final Duration GRACE = Duration.ofMillis(500);

    private final int milliseconds;
    private volatile boolean supported;

    /** @param timeout of a statement; null: as the driver has it */
    BoundedTransactionManager(DataSource dataSource, @Nullable Duration timeout) {
        super(dataSource);
        this.milliseconds =
                timeout == null ? 0 : Math.toIntExact(timeout.plus(GRACE).toMillis());
        this.supported = timeout != null;
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        super.doBegin(transaction, definition);
        if (supported) {
            try {
                Connection connection = connection();
                int usual = connection.getNetworkTimeout();
                connection.setNetworkTimeout(Runnable::run, milliseconds);
                TransactionSynchronizationManager.bindResource(this, usual);
            } catch (SQLException | AbstractMethodError e) {
                // a database in this process, or an old driver
                supported = false;
            }
        }
    }

    @Override
    protected void doCleanupAfterCompletion(Object transaction) {
        Object usual = TransactionSynchronizationManager.unbindResourceIfPossible(this);
        if (usual != null) {
            try {
                connection().setNetworkTimeout(Runnable::run, (Integer) usual);
            } catch (SQLException e) {
                logger.debug("The connection is lost, and with it what was set on it", e);
            }
        }
        super.doCleanupAfterCompletion(transaction);
    }

    private Connection connection() {
        Object holder = TransactionSynchronizationManager.getResource(obtainDataSource());
        return ((ConnectionHolder) Objects.requireNonNull(holder)).getConnection();
    }
}
