package io.github.sessionstarter.repository;

import io.github.sessionstarter.SessionStore;
import io.github.sessionstarter.SessionStoreException;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedExceptionUtils;

/** A store whose failures are all {@link SessionStoreException}s, whatever its client throws. */
record TranslatedStore(SessionStore store) implements SessionStore {

    @Override
    public @Nullable StoredValue load(String key, @Nullable Duration extendTo) {
        return perform("read", () -> store.load(key, extendTo));
    }

    @Override
    public boolean insert(String key, byte[] value, Duration timeToLive) {
        return perform("make", () -> store.insert(key, value, timeToLive));
    }

    @Override
    public Outcome replace(String key, StoredValue loaded, byte[] value, Duration timeToLive) {
        return perform("change", () -> store.replace(key, loaded, value, timeToLive));
    }

    @Override
    public Outcome deleteIfUnchanged(String key, StoredValue loaded) {
        return perform("delete", () -> store.deleteIfUnchanged(key, loaded));
    }

    @Override
    public boolean delete(String key) {
        return perform("delete", () -> store.delete(key));
    }

    @Override
    public boolean touch(String key, Duration timeToLive) {
        return perform("prolong", () -> store.touch(key, timeToLive));
    }

    @Override
    public int purgeExpired(int limit) {
        return perform("purge", () -> store.purgeExpired(limit));
    }

    private static <T extends @Nullable Object> T perform(String verb, Supplier<T> operation) {
        try {
            return operation.get();
        } catch (SessionStoreException e) {
            throw e;
        } catch (RuntimeException e) {
            Throwable root = NestedExceptionUtils.getMostSpecificCause(e);
            throw new SessionStoreException("The session store could not " + verb + " a session: " + root, e);
        }
    }
}
