package io.github.sessionstarter.autoconfigure;

import io.github.sessionstarter.SessionRepository;
import io.github.sessionstarter.SessionStore;

/**
 * What watches sessions: metrics, spans. It is put around the store and the repository where they are used, be they ours
 * or the application's own; the beans stay what they are, for those who want them by their class.
 */
interface SessionInstrumentation {

    default SessionStore around(SessionStore store) {
        return store;
    }

    default SessionRepository around(SessionRepository repository) {
        return repository;
    }

    /** A session did not fit into its cookie. */
    default void oversize() {}
}
