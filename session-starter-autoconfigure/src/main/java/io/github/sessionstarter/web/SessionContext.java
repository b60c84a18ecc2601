package io.github.sessionstarter.web;

import io.github.sessionstarter.Opened;
import io.github.sessionstarter.SessionRepository;
import jakarta.servlet.http.HttpServletRequest;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * What the sessions of all requests share.
 *
 * @param refreshEachRequest whether a request that does not touch its session prolongs it all the same
 */
public record SessionContext(
        SessionRepository repository, SessionCookie cookie, SessionValues values, boolean refreshEachRequest) {

    private static final Log log = LogFactory.getLog(SessionContext.class);

    /**
     * A session, and the cookie that named it.
     *
     * @param cookieValue null where none did
     */
    record Found(Opened opened, @Nullable String cookieValue) {

        /** Shows no cookie. */
        @Override
        public String toString() {
            return "Found[" + opened + "]";
        }
    }

    /** Opens a request's session. The first of its cookies that names one counts. */
    Found open(HttpServletRequest request) {
        Opened rejected = null;
        for (String value : cookie.valuesOf(request)) {
            Opened candidate = repository.open(value);
            if (!candidate.isNew() || candidate.readOnlyReason() != null) {
                return new Found(candidate, value);
            }
            rejected = rejected == null ? candidate : rejected;
        }
        if (rejected == null) {
            return new Found(repository.open(null), null);
        }
        Opened.Rejection rejection = rejected.rejection();
        if (rejection != null && rejection != Opened.Rejection.UNKNOWN) {
            log.warn("A session cookie was rejected (" + rejection + "): the request gets a new session");
        }
        return new Found(rejected, null);
    }
}
