package io.github.sessionstarter.faults;

import java.nio.file.Path;
import java.util.Map;

class PostgresqlFaultsTest extends StoreFaultsContract {

    @Override
    KillableServer server(Path directory) {
        return new KillablePostgresql(directory);
    }

    @Override
    Map<String, String> properties(int port) {
        return Map.of(
                "session.type",
                "jdbc",
                "session.jdbc.initialize-schema",
                "always",
                "spring.datasource.url",
                "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=postgres",
                "spring.datasource.hikari.connection-timeout",
                TIMEOUT_MILLISECONDS,
                "spring.datasource.hikari.validation-timeout",
                TIMEOUT_MILLISECONDS);
    }

    @Override
    boolean isDurable() {
        return true;
    }
}
