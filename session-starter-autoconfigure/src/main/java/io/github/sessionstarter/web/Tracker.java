package io.github.sessionstarter.web;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Guards a session's data and notes what is done with them, for the views that the application has of them. */
interface Tracker {

    /** Runs an action while no other thread of the request touches the session. */
    <T extends @Nullable Object> T atomically(Supplier<T> action);

    /** What is put, and read as another type, goes through these. */
    SessionValues values();

    void noteRead();

    /**
     * Notes that something under a key of the session is about to change.
     *
     * @throws IllegalStateException where the change could not be kept
     */
    void noteChange(String topKey);

    /**
     * To be called before a change is even considered.
     *
     * @throws IllegalStateException where the session is one that can only be read
     */
    void requireWritable();
}
