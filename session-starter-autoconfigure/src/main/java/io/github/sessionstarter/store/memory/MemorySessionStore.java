package io.github.sessionstarter.store.memory;

import io.github.sessionstarter.SessionStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Sessions in the memory of one JVM: for tests, whose controllers want a session and no server. */
public final class MemorySessionStore implements SessionStore {

    private final Map<String, StoredValue> records = new LinkedHashMap<>();
    private final Clock clock;

    /** Empty at first. */
    public MemorySessionStore(Clock clock) {
        this.clock = clock;
    }

    private @Nullable StoredValue live(String key) {
        StoredValue stored = records.get(key);
        return stored != null && clock.instant().isBefore(expiry(stored)) ? stored : null;
    }

    private static Instant expiry(StoredValue stored) {
        return Objects.requireNonNull(stored.expiry());
    }

    private void put(String key, byte[] value, Duration timeToLive) {
        records.put(key, new StoredValue(value, null, clock.instant().plus(timeToLive)));
    }

    @Override
    public synchronized @Nullable StoredValue load(String key, @Nullable Duration extendTo) {
        if (extendTo != null) {
            touch(key, extendTo);
        }
        return live(key);
    }

    @Override
    public synchronized boolean insert(String key, byte[] value, Duration timeToLive) {
        boolean free = live(key) == null;
        if (free) {
            put(key, value, timeToLive);
        }
        return free;
    }

    @Override
    public Outcome replace(String key, StoredValue loaded, byte[] value, Duration timeToLive) {
        return change(key, loaded, () -> put(key, value, timeToLive));
    }

    @Override
    public Outcome deleteIfUnchanged(String key, StoredValue loaded) {
        return change(key, loaded, () -> records.remove(key));
    }

    private synchronized Outcome change(String key, StoredValue loaded, Runnable change) {
        StoredValue present = live(key);
        if (present == null) {
            return new Outcome.Gone();
        }
        if (!Arrays.equals(present.value(), loaded.value())) {
            return new Outcome.Changed(present);
        }
        change.run();
        return new Outcome.Done();
    }

    @Override
    public synchronized boolean delete(String key) {
        boolean there = live(key) != null;
        records.remove(key);
        return there;
    }

    @Override
    public synchronized boolean touch(String key, Duration timeToLive) {
        StoredValue stored = live(key);
        if (stored != null) {
            put(key, stored.value(), timeToLive);
        }
        return stored != null;
    }

    @Override
    public synchronized int purgeExpired(int limit) {
        int purged = 0;
        Instant now = clock.instant();
        for (Iterator<StoredValue> i = records.values().iterator(); i.hasNext() && purged < limit; ) {
            if (!now.isBefore(expiry(i.next()))) {
                i.remove();
                purged++;
            }
        }
        return purged;
    }
}
