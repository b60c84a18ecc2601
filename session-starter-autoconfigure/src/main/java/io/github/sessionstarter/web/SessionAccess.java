package io.github.sessionstarter.web;

import io.github.sessionstarter.Session;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The one session of a request, for a {@link RequestView} of it; or of one use outside of requests. */
public final class SessionAccess {

    private final TrackedSession session;

    SessionAccess(TrackedSession session) {
        this.session = session;
    }

    /** The session as the bean shows it; it opens with the first call that needs it. */
    public Session session() {
        return session;
    }

    /** Runs an action while no other thread of the request touches the session. */
    public <T extends @Nullable Object> T atomically(Supplier<T> action) {
        return session.atomically(action);
    }

    /** Whether the request came with a session cookie, of whatever value. The response varies by cookie then. */
    public boolean isNamed() {
        return atomically(() -> {
            session.state().noteRead();
            return session.state().isNamed();
        });
    }

    /** Whether it is too late for a cookie. */
    public boolean isCommitted() {
        return session.state().isCommitted();
    }

    /**
     * Runs an action before each save of a session that was opened, and once more when the request is done, while no
     * other thread touches the session. It may change the session. There is one such action; another one replaces it.
     */
    public void beforeSave(Runnable action) {
        session.state().beforeSave(action);
    }

    /**
     * Ends the session: its data are gone, and so is what the store or the browser has of it once this is saved. Whatever
     * is put from now on belongs to a new session under a new id, unless the response is committed.
     *
     * @throws IllegalStateException where the session cannot be changed, or no longer
     */
    public void end() {
        session.atomically(() -> {
            session.state().requireWritable();
            session.state().renew();
            return null;
        });
    }

    /**
     * Opens the session once more, as a request would that came now with the cookie which the browser has or is given,
     * and saves it when the action is done. A session that lies in its cookie can be read but not changed.
     *
     * @throws IllegalStateException where there is no such session, or no longer
     */
    public void later(Consumer<SessionAccess> action) {
        session.state().later().run(action);
    }
}
