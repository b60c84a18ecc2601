package io.github.sessionstarter.test.shop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(properties = "session.type=redis")
class RedisTest extends StoredTestSessionContract {

    @Autowired
    StringRedisTemplate redis;

    @DynamicPropertySource
    static void connect(DynamicPropertyRegistry registry) {
        registry.add("spring.data.redis.host", () -> "127.0.0.1");
        registry.add("spring.data.redis.port", RealRedis::port);
    }

    @Test
    void theRecordLiesInRedis() {
        session.put("username", "wd");

        assertThat(redis.hasKey("session:" + session.getId())).isTrue();
    }
}
