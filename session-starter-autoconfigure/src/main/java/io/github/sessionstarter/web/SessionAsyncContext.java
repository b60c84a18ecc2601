package io.github.sessionstarter.web;

import io.github.sessionstarter.SessionStoreException;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;

/** Settles the session before the request completes. */
final class SessionAsyncContext implements AsyncContext {

    private final AsyncContext delegate;
    private final ServletRequest request;
    private final ServletResponse response;
    private final RequestSession session;

    SessionAsyncContext(
            AsyncContext delegate, ServletRequest request, ServletResponse response, RequestSession session) {
        this.delegate = delegate;
        this.request = request;
        this.response = response;
        this.session = session;
    }

    @Override
    public ServletRequest getRequest() {
        return request;
    }

    @Override
    public ServletResponse getResponse() {
        return response;
    }

    @Override
    public boolean hasOriginalRequestAndResponse() {
        return delegate.hasOriginalRequestAndResponse();
    }

    @Override
    public void dispatch() {
        delegate.dispatch();
    }

    @Override
    public void dispatch(String path) {
        delegate.dispatch(path);
    }

    @Override
    public void dispatch(ServletContext context, String path) {
        delegate.dispatch(context, path);
    }

    @Override
    public void complete() {
        try {
            session.settleForGood();
        } catch (RuntimeException e) {
            if (response instanceof HttpServletResponse http && !http.isCommitted()) {
                http.reset();
                SessionStoreException failure = SessionFilter.storeFailureIn(e);
                http.setStatus(
                        failure != null
                                ? failure.getStatusCode().value()
                                : HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
            }
            throw e;
        } finally {
            delegate.complete();
        }
    }

    @Override
    public void start(Runnable task) {
        delegate.start(task);
    }

    @Override
    public void addListener(AsyncListener listener) {
        delegate.addListener(new ForwardingAsyncListener(listener, this));
    }

    @Override
    public void addListener(AsyncListener listener, ServletRequest request, ServletResponse response) {
        delegate.addListener(new ForwardingAsyncListener(listener, this), request, response);
    }

    @Override
    public <T extends AsyncListener> T createListener(Class<T> type) throws ServletException {
        return delegate.createListener(type);
    }

    @Override
    public void setTimeout(long milliseconds) {
        delegate.setTimeout(milliseconds);
    }

    @Override
    public long getTimeout() {
        return delegate.getTimeout();
    }
}
