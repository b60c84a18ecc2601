package io.github.sessionstarter.web;

import jakarta.servlet.ServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Where the session of a request is found: in an attribute of the request, which spans its dispatches, and by the thread
 * that handles it.
 */
final class SessionBinding {

    private static final String ATTRIBUTE = TrackedSession.class.getName();

    private static final ThreadLocal<@Nullable TrackedSession> OF_THREAD = new ThreadLocal<>();

    private SessionBinding() {}

    static void bind(ServletRequest request, TrackedSession session) {
        request.setAttribute(ATTRIBUTE, session);
    }

    /** The session of a request, or null before the filter saw it. */
    static @Nullable TrackedSession of(ServletRequest request) {
        return (TrackedSession) request.getAttribute(ATTRIBUTE);
    }

    /**
     * Makes a session that of this thread.
     *
     * @param session null for none
     * @return the one that was the thread's before, or null
     */
    static @Nullable TrackedSession bindToThread(@Nullable TrackedSession session) {
        TrackedSession before = OF_THREAD.get();
        if (session == null) {
            OF_THREAD.remove();
        } else {
            OF_THREAD.set(session);
        }
        return before;
    }

    /**
     * The session of the request that this thread handles. Spring knows the request from its own filter on, and carries
     * it to the threads of a Callable; in the filters around Spring's, ours knows.
     *
     * @throws IllegalStateException where the thread handles none, or one that our filter has not seen
     */
    static TrackedSession current() {
        RequestAttributes attributes = RequestContextHolder.getRequestAttributes();
        Object current = attributes == null
                ? OF_THREAD.get()
                : attributes.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
        if (current instanceof TrackedSession session) {
            return session;
        }
        if (attributes == null) {
            throw new IllegalStateException(
                    "Working outside of a request: a session belongs to a request, and this thread"
                            + " handles none. For a thread of your own, read what it needs from the session before you start it.");
        }
        throw new IllegalStateException(
                "This request has no session: the session's filter has not seen it. In a filter of"
                        + " your own, use the session after it (order " + SessionFilter.DEFAULT_ORDER + ").");
    }
}
