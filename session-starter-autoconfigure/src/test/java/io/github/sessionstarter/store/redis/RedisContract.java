package io.github.sessionstarter.store.redis;

import io.github.sessionstarter.SessionStore;
import io.github.sessionstarter.store.SessionStoreContract;
import org.springframework.data.redis.connection.RedisConnectionFactory;

/** The contract, on one way to reach one Redis. */
abstract class RedisContract extends SessionStoreContract {

    private final SessionStore store;

    RedisContract(RedisConnectionFactory connections) {
        store = new RedisSessionStore(connections);
    }

    @Override
    protected SessionStore store() {
        return store;
    }

    @Override
    protected boolean purges() {
        return false;
    }
}
