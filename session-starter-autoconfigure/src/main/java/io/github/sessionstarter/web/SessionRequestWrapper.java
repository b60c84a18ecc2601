package io.github.sessionstarter.web;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Settles the session before an asynchronous request completes and before another resource is included. */
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

    @Override
    public @Nullable RequestDispatcher getRequestDispatcher(String path) {
        RequestDispatcher dispatcher = super.getRequestDispatcher(path);
        return dispatcher == null ? null : new SettlingDispatcher(dispatcher, session);
    }

    /** What is included cannot set headers, where the container honours that in the wrappers below this one. */
    private record SettlingDispatcher(RequestDispatcher delegate, RequestSession session) implements RequestDispatcher {

        @Override
        public void forward(ServletRequest request, ServletResponse response) throws ServletException, IOException {
            delegate.forward(request, response);
        }

        @Override
        public void include(ServletRequest request, ServletResponse response) throws ServletException, IOException {
            session.settle();
            delegate.include(request, response);
        }
    }
}
