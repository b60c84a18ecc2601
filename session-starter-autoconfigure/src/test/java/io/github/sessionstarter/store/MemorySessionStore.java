package io.github.sessionstarter.store;

import io.github.sessionstarter.SessionStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** Keeps records in memory: what the tests of the repository need of a store, and no server. */
public final class MemorySessionStore implements SessionStore {

    private final Map<String, StoredValue> records = new LinkedHashMap<>();
    private final Clock clock;

    /** Runs before each replacement and conditional deletion, once: another request's chance. */
    public Runnable before = () -> {};

    public int calls;

    public MemorySessionStore(Clock clock) {
        this.clock = clock;
    }

    private StoredValue live(String key) {
        StoredValue record = records.get(key);
        return record != null && clock.instant().isBefore(record.expiry()) ? record : null;
    }

    private void put(String key, byte[] value, Duration timeToLive) {
        records.put(key, new StoredValue(value, null, clock.instant().plus(timeToLive)));
    }

    @Override
    public synchronized StoredValue load(String key, Duration extendTo) {
        calls++;
        StoredValue record = live(key);
        if (record != null && extendTo != null) {
            put(key, record.value(), extendTo);
        }
        return record;
    }

    @Override
    public synchronized boolean insert(String key, byte[] value, Duration timeToLive) {
        calls++;
        boolean free = live(key) == null;
        if (free) {
            put(key, value, timeToLive);
        }
        return free;
    }

    @Override
    public Outcome replace(String key, StoredValue loaded, byte[] value, Duration timeToLive) {
        othersFirst();
        return change(key, loaded, () -> put(key, value, timeToLive));
    }

    @Override
    public Outcome deleteIfUnchanged(String key, StoredValue loaded) {
        othersFirst();
        return change(key, loaded, () -> records.remove(key));
    }

    private void othersFirst() {
        Runnable others = before;
        before = () -> {};
        others.run();
    }

    private synchronized Outcome change(String key, StoredValue loaded, Runnable change) {
        calls++;
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
        calls++;
        boolean there = live(key) != null;
        records.remove(key);
        return there;
    }

    @Override
    public synchronized boolean touch(String key, Duration timeToLive) {
        calls++;
        StoredValue record = live(key);
        if (record != null) {
            put(key, record.value(), timeToLive);
        }
        return record != null;
    }

    @Override
    public synchronized int purgeExpired(int limit) {
        int purged = 0;
        Instant now = clock.instant();
        for (Iterator<StoredValue> i = records.values().iterator(); i.hasNext() && purged < limit; ) {
            if (!now.isBefore(i.next().expiry())) {
                i.remove();
                purged++;
            }
        }
        return purged;
    }

    public synchronized int size() {
        return records.size();
    }

    public synchronized String onlyKey() {
        return records.keySet().iterator().next();
    }
}
