package io.github.sessionstarter.web;

import io.github.sessionstarter.Opened;
import io.github.sessionstarter.SessionStoreException;

/** What is known of a session while it is used. All but the questions are called with the lock held. */
interface SessionState extends Tracker {

    /** The session, which opens now if it has not. */
    Opened opened();

    @Override
    default void requireWritable() {
        String reason = opened().readOnlyReason();
        if (reason != null) {
            SessionStoreException failure = opened().failure();
            throw failure == null ? new IllegalStateException(reason) : new SessionStoreException(reason, failure);
        }
    }

    void noteClear();

    void noteModified(boolean modified);

    void regenerate();

    /** Ends the session and begins another, as if no cookie had come: its id is new, and its data are a new one's. */
    void renew();

    boolean isNew();

    boolean isAccessed();

    boolean isModified();

    /** Whether there is a cookie that names a session, this one or none. */
    boolean isNamed();

    /** Whether it is too late for a cookie. */
    boolean isCommitted();

    /** What is done before each save; by what shows the session and holds objects of its own. */
    void beforeSave(Runnable action);

    /** The session for whoever wants it when this use of it is over. */
    LaterUse later();
}
