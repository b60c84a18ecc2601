package io.github.sessionstarter.sample;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

@RunningFlaskr
@ActiveProfiles("security")
@TestPropertySource(properties = "session.type=redis")
@DirtiesContext
class RedisSecurityProfileTest extends SecurityProfileContract {

    private static TestRedis redis;

    @BeforeAll
    static void start() throws Exception {
        redis = TestRedis.start();
    }

    @AfterAll
    static void stop() throws Exception {
        redis.stop();
    }

    @DynamicPropertySource
    static void connect(DynamicPropertyRegistry registry) {
        registry.add("spring.data.redis.host", () -> RunningFlaskr.HOST);
        registry.add("spring.data.redis.port", () -> redis.port());
    }
}
