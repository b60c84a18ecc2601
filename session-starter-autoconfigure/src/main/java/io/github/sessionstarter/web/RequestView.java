package io.github.sessionstarter.web;

import jakarta.servlet.http.HttpServletRequest;

/** Another form in which a request shows its session, beside the {@link io.github.sessionstarter.Session Session} bean. */
@FunctionalInterface
public interface RequestView {

    /** No other form. */
    RequestView NONE = (request, session) -> request;

    /**
     * A request that shows its session in this form. Called for each dispatch of a request but forwards, always with the
     * same session.
     */
    HttpServletRequest of(HttpServletRequest request, SessionAccess session);
}
