package io.github.sessionstarter.web;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.jspecify.annotations.Nullable;

/** Settles the session before an asynchronous request completes. */
final class SessionRequestWrapper extends HttpServletRequestWrapper {

    private final RequestSession session;
    private final SessionResponseWrapper response;
    private @Nullable SessionAsyncContext asyncContext;

    SessionRequestWrapper(HttpServletRequest request, SessionResponseWrapper response, RequestSession session) {
        super(request);
        this.session = session;
        this.response = response;
    }

    @Override
    public AsyncContext startAsync() {
        return wrapped(super.startAsync(), this, response);
    }

    @Override
    public AsyncContext startAsync(ServletRequest request, ServletResponse response) {
        return wrapped(super.startAsync(request, response), request, response);
    }

    private AsyncContext wrapped(AsyncContext started, ServletRequest request, ServletResponse response) {
        asyncContext = new SessionAsyncContext(started, request, response, session);
        started.addListener(new SessionAsyncListener(session));
        return asyncContext;
    }

    @Override
    public AsyncContext getAsyncContext() {
        AsyncContext current = super.getAsyncContext();
        return asyncContext != null ? asyncContext : current;
    }
}
