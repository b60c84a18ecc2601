package io.github.sessionstarter.sample;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** The application ends with its Redis, for which it would look for ever. */
@RunningFlaskr
@TestPropertySource(properties = "session.type=redis")
@DirtiesContext
class RedisTest extends StoredSessionContract {

    private static TestRedis redis;

    RedisTest() {
        super("redis", "msgpack", NOT_TOLD);
    }

    @BeforeAll
    static void startRedis() throws IOException {
        redis = TestRedis.start();
    }

    @AfterAll
    static void stopRedis() throws IOException {
        redis.stop();
    }

    @DynamicPropertySource
    static void connect(DynamicPropertyRegistry registry) {
        registry.add("spring.data.redis.host", () -> RunningFlaskr.HOST);
        registry.add("spring.data.redis.port", () -> redis.port());
    }
}
