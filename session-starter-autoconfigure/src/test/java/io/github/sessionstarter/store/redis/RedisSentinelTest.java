package io.github.sessionstarter.store.redis;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.springframework.data.redis.connection.RedisSentinelConfiguration;
import org.springframework.data.redis.connection.jedis.JedisConnectionFactory;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import redis.embedded.RedisSentinel;
import redis.embedded.core.RedisSentinelBuilder;

/** The contract on a master that a Sentinel names. */
class RedisSentinelTest {

    private static TestRedis master;
    private static RedisSentinel sentinel;
    private static TestConnections connections;

    @BeforeAll
    static void start() throws IOException {
        master = TestRedis.start();
        int port = TestRedis.freePort();
        sentinel = new RedisSentinelBuilder()
                .bind("127.0.0.1")
                .port(port)
                .masterName("sessions")
                .masterPort(master.port())
                .quorumSize(1)
                .build();
        sentinel.start();
        RedisSentinelConfiguration configuration =
                new RedisSentinelConfiguration().master("sessions").sentinel("127.0.0.1", port);
        connections = new TestConnections(
                new LettuceConnectionFactory(configuration), new JedisConnectionFactory(configuration));
    }

    @AfterAll
    static void stop() throws IOException {
        connections.close();
        sentinel.stop();
        master.close();
    }

    @Nested
    class OnLettuce extends RedisContract {

        OnLettuce() {
            super(connections.lettuce());
        }
    }

    @Nested
    class OnJedis extends RedisContract {

        OnJedis() {
            super(connections.jedis());
        }
    }
}
