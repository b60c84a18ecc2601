package io.github.sessionstarter.store.redis;

import org.springframework.data.redis.connection.jedis.JedisConnectionFactory;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/** The two ways to reach a Redis. */
public record TestConnections(LettuceConnectionFactory lettuce, JedisConnectionFactory jedis) implements AutoCloseable {

    public TestConnections {
        lettuce.afterPropertiesSet();
        lettuce.start();
        jedis.afterPropertiesSet();
        jedis.start();
    }

    @Override
    public void close() {
        lettuce.destroy();
        jedis.destroy();
    }
}
