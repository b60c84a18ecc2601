package io.github.sessionstarter.autoconfigure;

import io.github.sessionstarter.store.redis.SessionLettuceConnectionFactory;
import java.time.Duration;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.connection.jedis.JedisConnectionFactory;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/**
 * How sessions reach Redis: by a connection of their own where Lettuce is the client, else, or where the application has
 * marked a factory for them, by the application's.
 */
final class RedisConnections implements DisposableBean {

    private static final Log log = LogFactory.getLog(RedisConnections.class);

    private static final String LETTUCE = "org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory";
    private static final String JEDIS = "org.springframework.data.redis.connection.jedis.JedisConnectionFactory";

    private final RedisConnectionFactory factory;
    private final boolean own;

    private RedisConnections(RedisConnectionFactory factory, boolean own) {
        this.factory = factory;
        this.own = own;
    }

    static RedisConnections ofTheirOwn(RedisConnectionFactory applications, Duration timeout) {
        // not a subclass, which may connect in a way of its own
        if (applications.getClass().getName().equals(LETTUCE)) {
            return new RedisConnections(Lettuce.like(applications, timeout), true);
        }
        return shared(applications, timeout);
    }

    static RedisConnections shared(RedisConnectionFactory applications, Duration timeout) {
        // what warns differs by client, and the other client's classes may be absent
        if (applications.getClass().getName().equals(LETTUCE)) {
            Lettuce.warn(applications, timeout);
        } else if (applications.getClass().getName().equals(JEDIS)) {
            Jedis.warn(applications, timeout);
        }
        return new RedisConnections(applications, false);
    }

    RedisConnectionFactory factory() {
        return factory;
    }

    /** How often a connection was lost whose commands are sent again. */
    long losses() {
        return own ? Lettuce.losses(factory) : 0;
    }

    @Override
    public void destroy() {
        if (own) {
            Lettuce.destroy(factory);
        }
    }

    private static void warnAbout(String property, Duration present, Duration timeout) {
        if (present.isNegative() || present.isZero() || present.compareTo(timeout) > 0) {
            log.warn(
                    "Redis is given longer to answer than session.store-timeout, which cannot be applied to this client."
                            + " Set " + property + " to " + timeout.toMillis() + "ms or less.");
        }
    }

    private static final class Lettuce {

        static RedisConnectionFactory like(RedisConnectionFactory factory, Duration timeout) {
            return SessionLettuceConnectionFactory.like((LettuceConnectionFactory) factory, timeout);
        }

        static void warn(RedisConnectionFactory factory, Duration timeout) {
            Duration present = Duration.ofMillis(((LettuceConnectionFactory) factory).getTimeout());
            warnAbout("spring.data.redis.timeout", present, timeout);
        }

        static long losses(RedisConnectionFactory factory) {
            return ((SessionLettuceConnectionFactory) factory).losses();
        }

        static void destroy(RedisConnectionFactory factory) {
            ((SessionLettuceConnectionFactory) factory).destroy();
        }
    }

    private static final class Jedis {

        static void warn(RedisConnectionFactory factory, Duration timeout) {
            JedisConnectionFactory jedis = (JedisConnectionFactory) factory;
            warnAbout("spring.data.redis.timeout", Duration.ofMillis(jedis.getTimeout()), timeout);
            warnAbout(
                    "spring.data.redis.connect-timeout",
                    jedis.getClientConfiguration().getConnectTimeout(),
                    timeout);
            if (jedis.getPoolConfig() != null) {
                Duration wait = jedis.getPoolConfig().getMaxWaitDuration();
                warnAbout("spring.data.redis.jedis.pool.max-wait", wait, timeout);
            }
        }
    }
}
