package io.github.sessionstarter.store.mvstore;

import io.github.sessionstarter.SessionStore;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;

/** Sessions in one file of H2's MVStore, for an application of one node. */
final class MvSessionStore implements SessionStore {

    /** A record is the millisecond in which its time is over, in eight bytes, and the value. */
    private final MVMap<String, byte[]> records;

    private final Clock clock;

    MvSessionStore(MVStore file, Clock clock) {
        this.records = file.openMap("sessions");
        this.clock = clock;
    }

    @Override
    public @Nullable StoredValue load(String key, @Nullable Duration extendTo) {
        byte[] present = live(key);
        while (present != null && extendTo != null && !records.replace(key, present, extended(present, extendTo))) {
            present = live(key);
        }
        return present == null ? null : stored(present);
    }

    @Override
    public boolean insert(String key, byte[] value, Duration timeToLive) {
        records.computeIfPresent(key, (k, present) -> isOver(present) ? null : present);
        return records.putIfAbsent(key, record(value, timeToLive)) == null;
    }

    @Override
    public Outcome replace(String key, StoredValue loaded, byte[] value, Duration timeToLive) {
        return change(key, loaded, present -> records.replace(key, present, record(value, timeToLive)));
    }

    @Override
    public Outcome deleteIfUnchanged(String key, StoredValue loaded) {
        return change(key, loaded, present -> records.remove(key, present));
    }

    /** Tried again where somebody was faster: what they did decides whether it still may be done. */
    private Outcome change(String key, StoredValue loaded, Attempt attempt) {
        while (true) {
            byte[] present = live(key);
            if (present == null) {
                return new Outcome.Gone();
            } else if (!Arrays.equals(value(present), loaded.value())) {
                return new Outcome.Changed(stored(present));
            } else if (attempt.succeedsOn(present)) {
                return new Outcome.Done();
            }
        }
    }

    private interface Attempt {

        boolean succeedsOn(byte[] present);
    }

    @Override
    public boolean delete(String key) {
        byte[] removed = records.remove(key);
        return removed != null && !isOver(removed);
    }

    @Override
    public boolean touch(String key, Duration timeToLive) {
        return load(key, timeToLive) != null;
    }

    @Override
    public int purgeExpired(int limit) {
        return (int) records.entrySet().stream()
                .filter(entry -> isOver(entry.getValue()))
                .limit(limit)
                .filter(entry -> records.remove(entry.getKey(), entry.getValue()))
                .count();
    }

    private byte @Nullable [] live(String key) {
        byte[] present = records.get(key);
        return present == null || isOver(present) ? null : present;
    }

    private boolean isOver(byte[] present) {
        return ByteBuffer.wrap(present).getLong() <= clock.millis();
    }

    private byte[] record(byte[] value, Duration timeToLive) {
        long over = clock.instant().plus(timeToLive).toEpochMilli();
        return ByteBuffer.allocate(Long.BYTES + value.length)
                .putLong(over)
                .put(value)
                .array();
    }

    private byte[] extended(byte[] present, Duration timeToLive) {
        return record(value(present), timeToLive);
    }

    private static byte[] value(byte[] present) {
        return Arrays.copyOfRange(present, Long.BYTES, present.length);
    }

    private static StoredValue stored(byte[] present) {
        Instant over = Instant.ofEpochMilli(ByteBuffer.wrap(present).getLong());
        return new StoredValue(value(present), null, over);
    }
}
