package io.github.sessionstarter.httpsession;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

/** A request whose HttpSession is a view of its session; the container's own is never made. */
final class HttpSessionRequest extends HttpServletRequestWrapper {

    private final HttpSessionState session;

    HttpSessionRequest(HttpServletRequest request, HttpSessionState session) {
        super(request);
        this.session = session;
    }

    @Override
    public @Nullable HttpSession getSession() {
        return getSession(true);
    }

    @Override
    public @Nullable HttpSession getSession(boolean create) {
        return session.get(create);
    }

    @Override
    public String changeSessionId() {
        return session.changeId();
    }

    @Override
    public @Nullable String getRequestedSessionId() {
        return session.requestedId();
    }

    @Override
    public boolean isRequestedSessionIdValid() {
        return session.isRequestedIdValid();
    }

    @Override
    public boolean isRequestedSessionIdFromCookie() {
        return session.isNamed();
    }

    @Override
    public boolean isRequestedSessionIdFromURL() {
        return false;
    }
}
