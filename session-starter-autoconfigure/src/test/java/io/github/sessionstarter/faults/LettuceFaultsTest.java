package io.github.sessionstarter.faults;

import java.nio.file.Path;
import java.util.Map;

class LettuceFaultsTest extends StoreFaultsContract {

    @Override
    KillableServer server(Path directory) {
        return new KillableRedis(directory);
    }

    @Override
    Map<String, String> properties(int port) {
        return Map.of(
                "session.type", "redis", "spring.data.redis.host", "127.0.0.1", "spring.data.redis.port", "" + port);
    }

    @Override
    boolean isDurable() {
        return true;
    }
}
