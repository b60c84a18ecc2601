package io.github.sessionstarter.web;

import io.github.sessionstarter.SessionRepository;

/**
 * What the sessions of all requests share.
 *
 * @param refreshEachRequest whether a request that does not touch its session prolongs it all the same
 */
public record SessionContext(
        SessionRepository repository, SessionCookie cookie, SessionValues values, boolean refreshEachRequest) {}
