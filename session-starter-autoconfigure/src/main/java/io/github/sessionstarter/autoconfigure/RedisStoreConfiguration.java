package io.github.sessionstarter.autoconfigure;

import io.github.sessionstarter.SessionConnection;
import io.github.sessionstarter.SessionStore;
import io.github.sessionstarter.store.redis.RedisSessionStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.connection.RedisConnectionFactory;

/** Sessions in Redis, {@code session.type=redis}. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnSessionType(SessionType.REDIS)
class RedisStoreConfiguration {

    @Bean
    @ConditionalOnMissingBean(SessionStore.class)
    RedisSessionStore flaskSessionStore(
            @SessionConnection ObjectProvider<RedisConnectionFactory> marked,
            ObjectProvider<RedisConnectionFactory> all) {
        return new RedisSessionStore(Connection.of(
                RedisConnectionFactory.class,
                marked,
                all,
                "Set spring.data.redis.url, or spring.data.redis.host and .port."));
    }
}
