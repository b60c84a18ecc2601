package io.github.sessionstarter.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.AbstractDataSource;

class BoundedDataSourceTest {

    /** A pool that does not test what it lends. */
    private static final class Pool extends AbstractDataSource {

        private final Deque<Connection> connections = new ArrayDeque<>();

        @Override
        public Connection getConnection() {
            return connections.remove();
        }

        @Override
        public Connection getConnection(String username, String password) {
            return getConnection();
        }
    }

    @Test
    void oneDeadConnectionLeavesNoOtherUnbounded() throws SQLException {
        Connection dead = Databases.postgresql().getConnection();
        dead.close();
        try (Connection living = Databases.postgresql().getConnection()) {
            Pool pool = new Pool();
            pool.connections.add(dead);
            pool.connections.add(living);
            BoundedDataSource bounded = new BoundedDataSource(pool, Duration.ofSeconds(3));
            bounded.getConnection();

            Connection connection = bounded.getConnection();

            assertThat(connection.getNetworkTimeout()).isEqualTo(3000);
        }
    }

    @Test
    void aConnectionIsGivenBackAsItWas() throws SQLException {
        try (Connection living = Databases.postgresql().getConnection()) {
            living.setNetworkTimeout(Runnable::run, 7000);
            Pool pool = new Pool();
            pool.connections.add(living);
            BoundedDataSource bounded = new BoundedDataSource(pool, Duration.ofSeconds(3));

            Connection connection = bounded.getConnection();
            boolean closes = bounded.shouldClose(connection);

            assertThat(closes).isTrue();
            assertThat(living.getNetworkTimeout()).isEqualTo(7000);
        }
    }
}
