package io.github.sessionstarter.faults;

import java.nio.file.Path;
import java.util.Map;

class JedisFaultsTest extends StoreFaultsContract {

    @Override
    KillableServer server(Path directory) {
        return new KillableRedis(directory);
    }

    @Override
    Map<String, String> properties(int port) {
        return Map.of(
                "session.type",
                "redis",
                "spring.data.redis.client-type",
                "jedis",
                "spring.data.redis.host",
                "127.0.0.1",
                "spring.data.redis.port",
                "" + port,
                "spring.data.redis.timeout",
                TIMEOUT_MILLISECONDS + "ms",
                "spring.data.redis.connect-timeout",
                TIMEOUT_MILLISECONDS + "ms",
                "spring.data.redis.jedis.pool.max-wait",
                TIMEOUT_MILLISECONDS + "ms");
    }

    @Override
    boolean isDurable() {
        return true;
    }
}
