package io.github.sessionstarter.autoconfigure;

import io.github.sessionstarter.SessionConnection;
import io.github.sessionstarter.SessionStore;
import io.github.sessionstarter.store.redis.RedisSessionStore;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.connection.RedisConnectionFactory;

/** Sessions in Redis, {@code session.type=redis}. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnSessionType(SessionType.REDIS)
class RedisStoreConfiguration {

    @Bean(defaultCandidate = false)
    @ConditionalOnMissingBean(SessionStore.class)
    RedisConnections flaskRedisConnections(
            SessionProperties properties,
            @SessionConnection ObjectProvider<RedisConnectionFactory> marked,
            ObjectProvider<RedisConnectionFactory> all) {
        Duration timeout = StoreTimeout.of(properties);
        RedisConnectionFactory factory = Connection.of(
                RedisConnectionFactory.class,
                marked,
                all,
                "Set spring.data.redis.url, or spring.data.redis.host and .port.");
        return marked.getIfUnique() == null
                ? RedisConnections.ofTheirOwn(factory, timeout)
                : RedisConnections.shared(factory, timeout);
    }

    @Bean
    @ConditionalOnMissingBean(SessionStore.class)
    RedisSessionStore flaskSessionStore(@Qualifier("flaskRedisConnections") RedisConnections connections) {
        return new RedisSessionStore(connections.factory(), connections::losses);
    }
}
