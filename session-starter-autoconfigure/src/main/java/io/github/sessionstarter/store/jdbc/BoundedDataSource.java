package io.github.sessionstarter.store.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.SmartDataSource;

/**
 * Bounds what a statement's timeout does not: drivers ask the server to end a statement that takes too long, and wait for
 * ever, or PostgreSQL's ten seconds, where the server does not answer. So the connection itself is told how long to wait,
 * from the moment it is ours until it is given back: some drivers ask the server at the transaction's begin already, and
 * after its end. A connection that waited so long is lost, and its transaction rolled back.
 */
final class BoundedDataSource extends DelegatingDataSource implements SmartDataSource {

    private static final Log log = LogFactory.getLog(BoundedDataSource.class);

    private final Map<Connection, Integer> usualTimeouts = new ConcurrentHashMap<>();
    private final int milliseconds;
    private volatile boolean supported = true;

    /** @param timeout of every answer */
    BoundedDataSource(DataSource target, Duration timeout) {
        super(target);
        this.milliseconds = Math.toIntExact(timeout.toMillis());
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = super.getConnection();
        if (supported) {
            try {
                int usual = connection.getNetworkTimeout();
                connection.setNetworkTimeout(Runnable::run, milliseconds);
                usualTimeouts.put(connection, usual);
            } catch (SQLFeatureNotSupportedException | AbstractMethodError e) {
                supported = false; // an old driver
            } catch (SQLException e) {
                log.debug("The connection is lost, as its first statement will say", e);
            }
        }
        return connection;
    }

    /** Asked once, just before it is given back. */
    @Override
    public boolean shouldClose(Connection connection) {
        Integer usual = usualTimeouts.remove(connection);
        if (usual != null) {
            try {
                connection.setNetworkTimeout(Runnable::run, usual);
            } catch (SQLException e) {
                log.debug("The connection is lost, and with it what was set on it", e);
            }
        }
        return true;
    }
}
