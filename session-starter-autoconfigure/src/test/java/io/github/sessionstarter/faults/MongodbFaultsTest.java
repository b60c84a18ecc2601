package io.github.sessionstarter.faults;

import java.nio.file.Path;
import java.util.Map;

class MongodbFaultsTest extends StoreFaultsContract {

    @Override
    KillableServer server(Path directory) {
        return new KillableMongo();
    }

    @Override
    Map<String, String> properties(int port) {
        return Map.of("session.type", "mongodb", "spring.mongodb.uri", "mongodb://127.0.0.1:" + port);
    }

    @Override
    boolean isDurable() {
        return false;
    }
}
