package io.github.sessionstarter.autoconfigure;

import com.mongodb.client.MongoClient;
import io.github.sessionstarter.SessionConnection;
import io.github.sessionstarter.SessionStore;
import io.github.sessionstarter.store.mongodb.MongoSessionStore;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sessions in MongoDB, {@code session.type=mongodb}. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnSessionType(SessionType.MONGODB)
class MongodbStoreConfiguration {

    @Bean
    @ConditionalOnMissingBean(SessionStore.class)
    MongoSessionStore flaskSessionStore(
            SessionProperties properties,
            @SessionConnection ObjectProvider<MongoClient> marked,
            ObjectProvider<MongoClient> all,
            ObjectProvider<Clock> clock) {
        MongoClient client = Connection.of(MongoClient.class, marked, all, "Set spring.mongodb.uri.");
        SessionMongodbProperties mongodb = properties.getMongodb();
        MongoSessionStore store = new MongoSessionStore(
                client, mongodb.getDatabase(), mongodb.getCollection(), clock.getIfUnique(Clock::systemUTC));
        if (mongodb.isCreateIndexes()) {
            store.ensureIndexes();
        }
        return store;
    }
}
