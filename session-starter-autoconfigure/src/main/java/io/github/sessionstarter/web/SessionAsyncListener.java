package io.github.sessionstarter.web;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;

/** Settles the session before other listeners complete a request that timed out or failed, and ends it with the request. */
record SessionAsyncListener(RequestSession session) implements AsyncListener {

    /** The container logs what a listener throws, and goes on; the dispatch that follows is to fail. */
    @Override
    public void onTimeout(AsyncEvent event) {
        session.settleUnheard();
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
