package io.github.sessionstarter.sample;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** On a server of MongoDB's protocol. The application ends with the server, for which it would look for ever. */
@RunningFlaskr
@TestPropertySource(properties = "session.type=mongodb")
@DirtiesContext
class MongodbTest extends StoredSessionContract {

    private static MongoServer mongodb;
    private static String uri;

    MongodbTest() {
        super("mongodb", "msgpack", TOLD);
    }

    @BeforeAll
    static void startMongodb() {
        mongodb = new MongoServer(new MemoryBackend());
        mongodb.bind(RunningFlaskr.HOST, 0);
        uri = mongodb.getConnectionString();
    }

    @AfterAll
    static void stopMongodb() {
        mongodb.shutdownNow();
    }

    @DynamicPropertySource
    static void connect(DynamicPropertyRegistry registry) {
        registry.add("spring.mongodb.uri", () -> uri);
    }
}
