package io.github.sessionstarter.autoconfigure;

import io.github.sessionstarter.SessionStore;
import java.time.Duration;
import java.util.function.Predicate;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * A store that needs something made or checked on its server before it is used: when the application starts, or, where
 * the server is not there yet, as soon as it is.
 */
final class PreparedStore implements SessionStore {

    private static final Log log = LogFactory.getLog(PreparedStore.class);

    private final SessionStore store;
    private final Runnable preparation;
    private volatile boolean prepared;

    private PreparedStore(SessionStore store, Runnable preparation) {
        this.store = store;
        this.preparation = preparation;
    }

    /**
     * Prepares a store.
     *
     * @param preparation may run several times, and on several threads at once
     * @param unreachable whether an exception of it says that the server is not there; any other is thrown
     */
    static SessionStore of(SessionStore store, Runnable preparation, Predicate<RuntimeException> unreachable) {
        PreparedStore result = new PreparedStore(store, preparation);
        try {
            result.prepared();
        } catch (RuntimeException e) {
            if (!unreachable.test(e)) {
                throw e;
            }
            log.warn("The session store cannot be reached; it will be prepared when it is. " + e.getMessage());
        }
        return result;
    }

    private SessionStore prepared() {
        if (!prepared) {
            preparation.run();
            prepared = true;
        }
        return store;
    }

    @Override
    public @Nullable StoredValue load(String key, @Nullable Duration extendTo) {
        return prepared().load(key, extendTo);
    }

    @Override
    public boolean insert(String key, byte[] value, Duration timeToLive) {
        return prepared().insert(key, value, timeToLive);
    }

    @Override
    public Outcome replace(String key, StoredValue loaded, byte[] value, Duration timeToLive) {
        return prepared().replace(key, loaded, value, timeToLive);
    }

    @Override
    public Outcome deleteIfUnchanged(String key, StoredValue loaded) {
        return prepared().deleteIfUnchanged(key, loaded);
    }

    @Override
    public boolean delete(String key) {
        return prepared().delete(key);
    }

    @Override
    public boolean touch(String key, Duration timeToLive) {
        return prepared().touch(key, timeToLive);
    }

    @Override
    public int purgeExpired(int limit) {
        return prepared().purgeExpired(limit);
    }
}
