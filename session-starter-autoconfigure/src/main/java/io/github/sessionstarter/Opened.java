package io.github.sessionstarter;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A session as its {@link SessionRepository} opened it. Immutable but for its data, which the request's {@link Session}
 * takes over and changes.
 */
public final class Opened {

    private final Map<String, @Nullable Object> data;
    private final boolean isNew;
    private final @Nullable String id;
    private final @Nullable Object memory;
    private final @Nullable Rejection rejection;
    private final @Nullable String readOnlyReason;
    private final @Nullable SessionStoreException failure;

    private Opened(
            Map<String, @Nullable Object> data,
            boolean isNew,
            @Nullable String id,
            @Nullable Object memory,
            @Nullable Rejection rejection,
            @Nullable String readOnlyReason,
            @Nullable SessionStoreException failure) {
        this.data = data;
        this.isNew = isNew;
        this.id = id;
        this.memory = memory;
        this.rejection = rejection;
        this.readOnlyReason = readOnlyReason;
        this.failure = failure;
    }

    /** Why the cookie that came was not followed, and a new session opened instead. */
    public enum Rejection {
        /** No key of ours signed it, or it is no signed value at all. */
        BAD_SIGNATURE,
        /** It is older than the session's lifetime, or from the future. */
        EXPIRED,
        /** It is ours, but what it holds or names cannot be read. */
        UNREADABLE,
        /** It names no session, or none any more; that happens to everybody who was away for long. */
        UNKNOWN
    }

    /** {@return a new, empty session} */
    public static Opened fresh() {
        return new Opened(new LinkedHashMap<>(), true, null, null, null, null, null);
    }

    /**
     * A new session in place of one whose cookie was rejected.
     *
     * @param rejection why it was
     * @return the session
     */
    public static Opened rejected(Rejection rejection) {
        return new Opened(new LinkedHashMap<>(), true, null, null, rejection, null, null);
    }

    /**
     * A session that was there.
     *
     * @param data a mutable map of the values that {@link Session} lists, its lists and maps mutable too, and of no
     *     other session
     * @return the session
     */
    public static Opened existing(Map<String, @Nullable Object> data) {
        return new Opened(data, false, null, null, null, null, null);
    }

    /**
     * An empty session that can be read but not changed, and is not saved.
     *
     * @param reason the message of the exception that a change throws: what is wrong and what to do
     * @return the session
     */
    public static Opened readOnly(String reason) {
        return new Opened(new LinkedHashMap<>(), true, null, null, null, reason, null);
    }

    /**
     * An empty session in place of one whose store failed. It can be read but not changed, and is not saved.
     *
     * @param failure the cause of the exception that a change throws
     * @return the session
     */
    public static Opened unavailable(SessionStoreException failure) {
        String reason = "The session cannot be changed, because its store failed before: " + failure.getMessage();
        return new Opened(new LinkedHashMap<>(), true, null, null, null, reason, failure);
    }

    /**
     * The same session under an id: what {@link Session#getId} answers.
     *
     * @param id its sid in the store
     * @return a new object; this one stays as it is
     */
    public Opened withId(String id) {
        return new Opened(data, isNew, id, memory, rejection, readOnlyReason, failure);
    }

    /**
     * The same session with something that the repository wants to find again when it saves. It may be mutable, to tell
     * the next save of the request what this one did: it is one request's alone, and no two threads see it at once.
     *
     * @param memory what {@link #memory} is to answer
     * @return a new object; this one stays as it is
     */
    public Opened withMemory(Object memory) {
        return new Opened(data, isNew, id, memory, rejection, readOnlyReason, failure);
    }

    /** {@return the session's values, mutable and of this request alone} */
    public Map<String, @Nullable Object> data() {
        return data;
    }

    /** {@return whether the request brought no session} */
    public boolean isNew() {
        return isNew;
    }

    /** {@return the session's id in its store; null where the cookie itself keeps the session} */
    public @Nullable String id() {
        return id;
    }

    /** {@return what {@link #withMemory} was given; null where it was not called} */
    public @Nullable Object memory() {
        return memory;
    }

    /** {@return why a cookie was not followed; null where none came or all is well} */
    public @Nullable Rejection rejection() {
        return rejection;
    }

    /** {@return why the session cannot be changed; null where it can} */
    public @Nullable String readOnlyReason() {
        return readOnlyReason;
    }

    /** {@return the store's failure, which this session stands in for; null where there was none} */
    public @Nullable SessionStoreException failure() {
        return failure;
    }

    /** Shows no data and no id. */
    @Override
    public String toString() {
        return "Opened[" + (isNew ? "new" : "existing") + ", " + data.size() + " keys]";
    }
}
