package io.github.sessionstarter.web;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;

/**
 * Settles the session before the request completes: by {@link #complete()}, or by a listener that runs when it timed out
 * or failed, this one being the first.
 */
final class SessionAsyncContext implements AsyncContext, AsyncListener {

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
        session.settle();
        delegate.complete();
    }

    @Override
    public void start(Runnable task) {
        delegate.start(task);
    }

    @Override
    public void addListener(AsyncListener listener) {
        delegate.addListener(listener);
    }

    @Override
    public void addListener(AsyncListener listener, ServletRequest request, ServletResponse response) {
        delegate.addListener(listener, request, response);
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

    @Override
    public void onTimeout(AsyncEvent event) {
        session.settle();
    }

    @Override
    public void onError(AsyncEvent event) {
        session.settle();
    }

    @Override
    public void onComplete(AsyncEvent event) {
        session.settle();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // the request wrapper adds another listener
    }
}
