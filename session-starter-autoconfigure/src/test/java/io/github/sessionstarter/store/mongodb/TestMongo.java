package io.github.sessionstarter.store.mongodb;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import org.springframework.util.function.SingletonSupplier;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.mongodb.MongoDBContainer;

/**
 * A MongoDB for all tests of a run: the one whose address the system property {@code session.test.mongodb} gives, else the
 * real one in a container where a Docker engine answers and has or gets its image, else a server that speaks its protocol.
 */
public final class TestMongo {

    private static final SingletonSupplier<String> URI = SingletonSupplier.of(TestMongo::start);

    private TestMongo() {}

    /** Where it is, as {@code mongodb://…}. */
    public static String uri() {
        return URI.obtain();
    }

    private static String start() {
        String given = System.getProperty("session.test.mongodb");
        if (given != null) {
            return given;
        }
        return DockerClientFactory.instance().isDockerAvailable() ? inContainer() : ofTheProtocol();
    }

    @SuppressWarnings("resource") // Testcontainers removes it with the JVM
    private static String inContainer() {
        try {
            MongoDBContainer container = new MongoDBContainer("mongo:8");
            container.start();
            return container.getConnectionString();
        } catch (RuntimeException e) {
            return ofTheProtocol();
        }
    }

    private static String ofTheProtocol() {
        return "mongodb://127.0.0.1:"
                + new MongoServer(new MemoryBackend()).bind().getPort();
    }
}
