package io.github.sessionstarter.autoconfigure;

import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoOperationTimeoutException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.client.MongoClient;
import io.github.sessionstarter.SessionConnection;
import io.github.sessionstarter.SessionStore;
import io.github.sessionstarter.store.mongodb.MongoSessionStore;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
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
    SessionStore flaskSessionStore(
            SessionProperties properties,
            @SessionConnection ObjectProvider<MongoClient> marked,
            ObjectProvider<MongoClient> all,
            ObjectProvider<Clock> clock) {
        MongoClient client = Connection.of(MongoClient.class, marked, all, "Set spring.mongodb.uri.");
        SessionMongodbProperties mongodb = properties.getMongodb();
        Duration timeout = StoreTimeout.of(properties);
        MongoSessionStore store = new MongoSessionStore(
                client.withTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS),
                mongodb.getDatabase(),
                mongodb.getCollection(),
                clock.getIfUnique(Clock::systemUTC));
        return mongodb.isCreateIndexes()
                ? PreparedStore.of(store, store::ensureIndexes, MongodbStoreConfiguration::isUnreachable, timeout)
                : store;
    }

    private static boolean isUnreachable(RuntimeException e) {
        return e instanceof MongoTimeoutException
                || e instanceof MongoOperationTimeoutException
                || e instanceof MongoSocketException
                || e instanceof MongoNotPrimaryException;
    }
}
