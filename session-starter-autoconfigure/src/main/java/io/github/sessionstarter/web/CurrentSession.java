package io.github.sessionstarter.web;

import io.github.sessionstarter.Session;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.ImportRuntimeHints;

/**
 * The bean: forwards every call to the session of the request that the calling thread handles, as Flask's {@code
 * session} does ({@code werkzeug.local.LocalProxy}). Outside a request every call throws, but {@code equals}, {@code
 * hashCode} and {@code toString}, which are those of the bean itself.
 */
@ImportRuntimeHints(SessionHints.class)
public final class CurrentSession extends ForwardingSession {

    @Override
    protected Session session() {
        return SessionBinding.current();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    @Override
    public String toString() {
        return "Session of the current request";
    }
}
