package io.github.sessionstarter.repository;

import io.github.sessionstarter.Session;
import io.github.sessionstarter.SessionStore.StoredValue;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one request knows of its session's record in the store, from its opening to its last save. */
final class StoredRecord {

    private @Nullable String key;
    private @Nullable StoredValue value;
    private boolean refreshed;
    private Instant loaded = Instant.MIN;
    private boolean lost;

    /** There is none yet. */
    static StoredRecord none() {
        return new StoredRecord();
    }

    /**
     * It was loaded.
     *
     * @param loaded when
     * @param refreshed whether that prolonged its life
     */
    static StoredRecord of(String key, StoredValue value, Instant loaded, boolean refreshed) {
        StoredRecord stored = new StoredRecord();
        stored.set(key, value);
        stored.loaded = loaded;
        stored.refreshed = refreshed;
        return stored;
    }

    /** Whether data need no record. As Flask-Session counts: a session that only knows whether it is permanent is empty. */
    static boolean isEmpty(Map<String, @Nullable Object> data) {
        return data.isEmpty() || (data.size() == 1 && data.containsKey(Session.PERMANENT));
    }

    void set(String key, StoredValue value) {
        this.key = key;
        this.value = value;
    }

    void set(String key, byte[] value) {
        set(key, new StoredValue(value, null, null));
    }

    void clear() {
        key = null;
        value = null;
    }

    /** Somebody else deleted it: nothing of this request brings it back. */
    void setLost() {
        clear();
        lost = true;
    }

    /** Its life was prolonged after it was loaded. */
    void setRefreshed() {
        refreshed = true;
    }

    boolean isRefreshed() {
        return refreshed;
    }

    /** When the request saw it first. */
    Instant loaded() {
        return loaded;
    }

    boolean isLost() {
        return lost;
    }

    /** Null where there is none. */
    @Nullable
    String key() {
        return key;
    }

    /** Null where there is none. */
    @Nullable
    StoredValue value() {
        return value;
    }
}
