package io.github.sessionstarter.actuate;

import io.github.sessionstarter.SessionStore;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A store whose errors, conflicts and payloads are counted: see {@link SessionMeters}. It may be anybody's. */
public final class MeteredSessionStore implements SessionStore {

    private final SessionStore store;
    private final SessionMeters meters;

    public MeteredSessionStore(SessionStore store, SessionMeters meters) {
        this.store = store;
        this.meters = meters;
    }

    @Override
    public @Nullable StoredValue load(String key, @Nullable Duration extendTo) {
        return perform(() -> store.load(key, extendTo));
    }

    @Override
    public boolean insert(String key, byte[] value, Duration timeToLive) {
        boolean inserted = perform(() -> store.insert(key, value, timeToLive));
        if (inserted) {
            meters.payload(value.length);
        }
        return inserted;
    }

    @Override
    public Outcome replace(String key, StoredValue loaded, byte[] value, Duration timeToLive) {
        Outcome outcome = noted(perform(() -> store.replace(key, loaded, value, timeToLive)));
        if (outcome instanceof Outcome.Done) {
            meters.payload(value.length);
        }
        return outcome;
    }

    @Override
    public Outcome deleteIfUnchanged(String key, StoredValue loaded) {
        return noted(perform(() -> store.deleteIfUnchanged(key, loaded)));
    }

    @Override
    public boolean delete(String key) {
        return perform(() -> store.delete(key));
    }

    @Override
    public boolean touch(String key, Duration timeToLive) {
        return perform(() -> store.touch(key, timeToLive));
    }

    @Override
    public int purgeExpired(int limit) {
        return perform(() -> store.purgeExpired(limit));
    }

    private Outcome noted(Outcome outcome) {
        if (outcome instanceof Outcome.Changed) {
            meters.conflict();
        }
        return outcome;
    }

    private <T extends @Nullable Object> T perform(Supplier<T> operation) {
        try {
            return operation.get();
        } catch (RuntimeException e) {
            meters.storeError();
            throw e;
        }
    }
}
