package io.github.sessionstarter.web;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;

/** Settles the session before other listeners complete a request that timed out or failed, and ends it with the request. */
record SessionAsyncListener(RequestSession session) implements AsyncListener {

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
        session.end();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // the request wrapper adds another listener
    }
}
