package io.github.sessionstarter.faults;

import java.nio.file.Path;
import java.util.Map;

class MemcachedFaultsTest extends StoreFaultsContract {

    @Override
    KillableServer server(Path directory) {
        return new KillableMemcached();
    }

    @Override
    Map<String, String> properties(int port) {
        return Map.of("session.type", "memcached", "session.memcached-servers", "127.0.0.1:" + port);
    }

    @Override
    boolean isDurable() {
        return false;
    }
}
