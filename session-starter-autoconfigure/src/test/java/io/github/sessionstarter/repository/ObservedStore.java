package io.github.sessionstarter.repository;

import io.github.sessionstarter.SessionStore;
import io.github.sessionstarter.store.memory.MemorySessionStore;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;

/** A store in memory that counts its calls, knows its keys, and lets another request in between. */
final class ObservedStore implements SessionStore {

    private final MemorySessionStore store;
    private final Set<String> keys = new LinkedHashSet<>();

    /** Runs before each replacement and conditional deletion, once: another request's chance. */
    Runnable before = () -> {};

    int calls;

    ObservedStore(Clock clock) {
        this.store = new MemorySessionStore(clock);
    }

    @Override
    public StoredValue load(String key, Duration extendTo) {
        calls++;
        return store.load(key, extendTo);
    }

    @Override
    public boolean insert(String key, byte[] value, Duration timeToLive) {
        calls++;
        keys.add(key);
        return store.insert(key, value, timeToLive);
    }

    @Override
    public Outcome replace(String key, StoredValue loaded, byte[] value, Duration timeToLive) {
        othersFirst();
        calls++;
        return store.replace(key, loaded, value, timeToLive);
    }

    @Override
    public Outcome deleteIfUnchanged(String key, StoredValue loaded) {
        othersFirst();
        calls++;
        return store.deleteIfUnchanged(key, loaded);
    }

    private void othersFirst() {
        Runnable others = before;
        before = () -> {};
        others.run();
    }

    @Override
    public boolean delete(String key) {
        calls++;
        return store.delete(key);
    }

    @Override
    public boolean touch(String key, Duration timeToLive) {
        calls++;
        return store.touch(key, timeToLive);
    }

    @Override
    public int purgeExpired(int limit) {
        return store.purgeExpired(limit);
    }

    int size() {
        return (int) keys.stream().filter(key -> store.load(key, null) != null).count();
    }

    String onlyKey() {
        return keys.stream()
                .filter(key -> store.load(key, null) != null)
                .findFirst()
                .orElseThrow();
    }
}
