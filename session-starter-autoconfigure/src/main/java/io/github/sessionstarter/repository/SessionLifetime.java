package io.github.sessionstarter.repository;

import io.github.sessionstarter.Changes;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How long sessions live, and what prolongs them.
 *
 * @param lifetime how long a session lives after its last use; Flask's {@code PERMANENT_SESSION_LIFETIME}
 * @param permanent whether new sessions are permanent; Flask-Session's {@code SESSION_PERMANENT}
 * @param refreshEachRequest whether every request prolongs a permanent session; Flask's {@code
 *     SESSION_REFRESH_EACH_REQUEST}
 * @param refreshInterval how long after it was last prolonged a session is prolonged again
 */
public record SessionLifetime(
        Duration lifetime, boolean permanent, boolean refreshEachRequest, Duration refreshInterval) {

    /** Flask's {@code should_set_cookie}, and not before the refresh interval is over. */
    boolean shouldSetCookie(Changes changes, @Nullable Instant lastRefresh, Instant now) {
        return changes.modified()
                || (changes.permanent()
                        && refreshEachRequest
                        && (lastRefresh == null || !now.isBefore(lastRefresh.plus(refreshInterval))));
    }

    /** Flask's {@code get_expiration_time}: when the browser is to forget the cookie; null: when it is closed. */
    @Nullable
    Instant cookieExpiry(Changes changes, Instant now) {
        return changes.permanent() ? now.plus(lifetime) : null;
    }
}
