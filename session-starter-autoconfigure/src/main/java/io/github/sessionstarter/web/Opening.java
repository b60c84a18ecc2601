package io.github.sessionstarter.web;

import io.github.sessionstarter.Opened;
import io.github.sessionstarter.SessionStoreException;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** How a request comes by its session, once, or by none because the store failed. Guarded by the request's lock. */
final class Opening {

    private final SessionContext context;
    private final HttpServletRequest request;
    private @Nullable Opened opened;

    /** What the store threw when this session was opened or saved: it is not asked again. */
    private @Nullable SessionStoreException failure;

    private boolean forErrorPage;

    Opening(SessionContext context, HttpServletRequest request) {
        this.context = context;
        this.request = request;
    }

    /** The session, if it is open. */
    @Nullable
    Opened present() {
        return opened;
    }

    boolean hasFailed() {
        return failure != null;
    }

    /**
     * Opens the session.
     *
     * @return what was found, and the cookie that named it
     * @throws SessionStoreException where the store fails or has failed before, but for an error page
     */
    SessionContext.Found open() {
        requireStore();
        try {
            SessionContext.Found found = context.open(request);
            opened = found.opened();
            return found;
        } catch (SessionStoreException e) {
            failure = e;
            if (!forErrorPage) {
                throw e;
            }
            opened = Opened.unavailable(e);
            return new SessionContext.Found(opened, null);
        }
    }

    /** The session goes on as this one, under another id. */
    void replace(Opened after) {
        opened = after;
    }

    void requireStore() {
        if (failure != null) {
            throw failure;
        }
    }

    /** The store failed to save the session. */
    void fail(SessionStoreException e) {
        failure = e;
    }

    /** Where the store failed or fails, the session is an empty one from here on that cannot be changed. */
    void serveErrorPage() {
        forErrorPage = true;
        if (failure != null) {
            opened = Opened.unavailable(failure);
        }
    }
}
