package io.github.sessionstarter.faults;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;

/** A server of MongoDB's protocol; it keeps nothing. */
final class KillableMongo extends KillableServer {

    private MongoServer server;

    @Override
    void start() {
        server = new MongoServer(new MemoryBackend());
        server.bind("127.0.0.1", port());
    }

    @Override
    void kill() {
        if (server != null) {
            server.shutdownNow();
            server = null;
        }
    }
}
