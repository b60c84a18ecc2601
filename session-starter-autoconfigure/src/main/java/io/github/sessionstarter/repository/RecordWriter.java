package io.github.sessionstarter.repository;

import io.github.sessionstarter.Changes;
import io.github.sessionstarter.SessionConflictException;
import io.github.sessionstarter.SessionStore;
import io.github.sessionstarter.SessionStore.Outcome;
import io.github.sessionstarter.SessionStore.StoredValue;
import io.github.sessionstarter.repository.Turns.Turn;
import io.github.sessionstarter.serialization.SessionFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Brings a request's changes into its session's record. What others changed meanwhile is merged with, top-level key by
 * key; what others deleted stays deleted.
 */
final class RecordWriter {

    private static final Log log = LogFactory.getLog(RecordWriter.class);

    private static final int MAX_TRIES = 100;

    private final Turns turns = new Turns();
    private final Departures departures = new Departures();
    private final SessionStore store;
    private final SessionFormat format;
    private final SessionLifetime lifetime;

    RecordWriter(SessionStore store, SessionFormat format, SessionLifetime lifetime) {
        this.store = store;
        this.format = format;
        this.lifetime = lifetime;
    }

    /** Whether this node knows that a record has gone: deleted here, or missed. A record that has gone never returns. */
    boolean isGone(String key) {
        return departures.contains(key);
    }

    /** What became of the record. */
    enum Result {
        WRITTEN,
        REMOVED,
        /** Somebody else had deleted it, or made it unreadable, and nothing was written. */
        LOST
    }

    /**
     * Writes a session that is not empty.
     *
     * @param key the record's from now on; where the session has another id than before, the old record goes
     * @param data the session's; where others changed it, theirs are among them afterwards
     */
    Result write(StoredRecord stored, String key, Map<String, @Nullable Object> data, Changes changes) {
        String oldKey = stored.key();
        if (oldKey == null) {
            return insert(stored, key, data);
        }
        if (oldKey.equals(key)) {
            return replace(stored, data, changes);
        }
        return move(stored, key, data, changes);
    }

    private Result insert(StoredRecord stored, String key, Map<String, @Nullable Object> data) {
        byte[] value = format.write(data);
        if (!store.insert(key, value, lifetime.of(data)) && !holds(key, value)) {
            throw new SessionConflictException(1);
        }
        departures.remove(key);
        stored.set(key, value);
        return Result.WRITTEN;
    }

    /** A client that lost the answer to a command, and sent the command again, is told that somebody else was faster. */
    private boolean holds(String key, byte[] value) {
        StoredValue present = store.load(key, null);
        return present != null && Arrays.equals(present.value(), value);
    }

    private Result replace(StoredRecord stored, Map<String, @Nullable Object> data, Changes changes) {
        try (Turn turn = turns.of(Objects.requireNonNull(stored.key()))) {
            return replace(stored, data, changes, turn);
        }
    }

    private Result replace(StoredRecord stored, Map<String, @Nullable Object> data, Changes changes, Turn turn) {
        String key = Objects.requireNonNull(stored.key());
        for (int tries = 1; tries <= MAX_TRIES; tries++) {
            if (StoredRecord.isEmpty(data)) {
                return remove(stored, data, changes);
            }
            byte[] value = format.write(data);
            Outcome outcome = store.replace(key, Objects.requireNonNull(stored.value()), value, lifetime.of(data));
            if (outcome instanceof Outcome.Done || isPresent(value, outcome)) {
                stored.set(key, value);
                return Result.WRITTEN;
            }
            if (!(outcome instanceof Outcome.Changed changed)) {
                return lost(stored);
            }
            stored.set(key, changed.present());
            if (!merge(data, changes, changed.present())) {
                return lost(stored);
            }
            turn.await();
        }
        throw new SessionConflictException(MAX_TRIES);
    }

    /** As in {@link #holds}. */
    private static boolean isPresent(byte[] value, Outcome outcome) {
        return outcome instanceof Outcome.Changed changed
                && Arrays.equals(changed.present().value(), value);
    }

    /**
     * The new record first, then the old one away: a request that fails in between leaves one too many, not none. The old
     * one goes even where others have emptied the session meanwhile.
     */
    private Result move(StoredRecord stored, String key, Map<String, @Nullable Object> data, Changes changes) {
        String oldKey = Objects.requireNonNull(stored.key());
        StoredValue old = Objects.requireNonNull(stored.value());
        insert(stored, key, data);
        if (changes.cleared()) {
            // nothing of the old one counts, not even whether it is there
            store.delete(oldKey);
            departures.add(oldKey);
            return Result.WRITTEN;
        }
        try (Turn turn = turns.of(oldKey)) {
            for (int tries = 1; tries <= MAX_TRIES; tries++) {
                Outcome outcome = store.deleteIfUnchanged(oldKey, old);
                if (outcome instanceof Outcome.Done) {
                    departures.add(oldKey);
                    return StoredRecord.isEmpty(data) ? removed(stored, store.delete(key)) : Result.WRITTEN;
                }
                if (!(outcome instanceof Outcome.Changed changed) || !merge(data, changes, changed.present())) {
                    departures.add(oldKey);
                    store.delete(key);
                    return lost(stored);
                }
                old = changed.present();
                Result result = StoredRecord.isEmpty(data) ? Result.WRITTEN : replace(stored, data, changes);
                if (result != Result.WRITTEN) {
                    return result;
                }
                turn.await();
            }
        }
        store.delete(key);
        throw new SessionConflictException(MAX_TRIES);
    }

    /** Removes the record of a session that is empty now, unless others put something into it that no clearing wiped. */
    Result remove(StoredRecord stored, Map<String, @Nullable Object> data, Changes changes) {
        String key = stored.key();
        if (key == null) {
            return Result.REMOVED;
        }
        if (changes.cleared()) {
            return removed(stored, store.delete(key));
        }
        try (Turn turn = turns.of(key)) {
            for (int tries = 1; tries <= MAX_TRIES; tries++) {
                Outcome outcome = store.deleteIfUnchanged(key, Objects.requireNonNull(stored.value()));
                if (!(outcome instanceof Outcome.Changed changed)) {
                    return removed(stored, outcome instanceof Outcome.Done);
                }
                stored.set(key, changed.present());
                if (!merge(data, changes, changed.present())) {
                    return lost(stored);
                }
                turn.await();
                if (!StoredRecord.isEmpty(data)) {
                    return replace(stored, data, changes, turn);
                }
            }
        }
        throw new SessionConflictException(MAX_TRIES);
    }

    private Result removed(StoredRecord stored, boolean byThisRequest) {
        if (byThisRequest) {
            departures.add(Objects.requireNonNull(stored.key()));
            stored.clear();
            return Result.REMOVED;
        }
        return lost(stored);
    }

    private Result lost(StoredRecord stored) {
        departures.add(Objects.requireNonNull(stored.key()));
        stored.setLost();
        return Result.LOST;
    }

    /**
     * Brings what is in the store now into the session's data. Lists and maps stay the objects they are where it can be
     * told which is which, for the application may hold them: by their keys, and in a list those that are unchanged.
     *
     * @return false where it cannot be read: then it is somebody else's business, and is left alone
     */
    private boolean merge(Map<String, @Nullable Object> data, Changes changes, StoredValue present) {
        Map<String, @Nullable Object> merged;
        try {
            merged = changes.onTopOf(format.read(present.value()));
        } catch (RuntimeException | StackOverflowError e) {
            log.warn("A session became unreadable while it was being saved: it is left as it is");
            return false;
        }
        data.keySet().retainAll(merged.keySet());
        merged.forEach((key, value) -> data.put(key, brought(data.get(key), value)));
        return true;
    }

    @SuppressWarnings("unchecked")
    private static @Nullable Object brought(@Nullable Object held, @Nullable Object value) {
        if (Objects.equals(held, value)) {
            return held;
        }
        if (held instanceof ArrayList<?> list && value instanceof ArrayList<?> elements) {
            List<@Nullable Object> before = new ArrayList<>(list);
            list.clear();
            for (int i = 0; i < elements.size(); i++) {
                boolean same = i < before.size() && Objects.equals(before.get(i), elements.get(i));
                ((List<@Nullable Object>) list).add(same ? before.get(i) : elements.get(i));
            }
            return list;
        }
        if (held instanceof LinkedHashMap<?, ?> map && value instanceof LinkedHashMap<?, ?> entries) {
            Map<@Nullable Object, @Nullable Object> before = new HashMap<>(map);
            map.clear();
            entries.forEach((key, entry) ->
                    ((Map<@Nullable Object, @Nullable Object>) map).put(key, brought(before.get(key), entry)));
            return map;
        }
        return value;
    }
}
