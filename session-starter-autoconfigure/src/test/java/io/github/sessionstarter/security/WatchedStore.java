package io.github.sessionstarter.security;

import io.github.sessionstarter.SessionStore;
import io.github.sessionstarter.store.memory.MemorySessionStore;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A store that remembers the keys it was asked for. */
final class WatchedStore implements SessionStore {

    private final SessionStore store = new MemorySessionStore(Clock.systemUTC());
    private final List<String> calls = new CopyOnWriteArrayList<>();

    /** The keys of all operations so far. */
    List<String> calls() {
        return calls;
    }

    void forget() {
        calls.clear();
    }

    @Override
    public @Nullable StoredValue load(String key, @Nullable Duration extendTo) {
        calls.add(key);
        return store.load(key, extendTo);
    }

    @Override
    public boolean insert(String key, byte[] value, Duration timeToLive) {
        calls.add(key);
        return store.insert(key, value, timeToLive);
    }

    @Override
    public Outcome replace(String key, StoredValue loaded, byte[] value, Duration timeToLive) {
        calls.add(key);
        return store.replace(key, loaded, value, timeToLive);
    }

    @Override
    public Outcome deleteIfUnchanged(String key, StoredValue loaded) {
        calls.add(key);
        return store.deleteIfUnchanged(key, loaded);
    }

    @Override
    public boolean delete(String key) {
        calls.add(key);
        return store.delete(key);
    }

    @Override
    public boolean touch(String key, Duration timeToLive) {
        calls.add(key);
        return store.touch(key, timeToLive);
    }
}
