package io.github.sessionstarter.repository;

import io.github.sessionstarter.Changes;
import io.github.sessionstarter.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
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

    /** Ten years. Browsers keep no cookie for more than 400 days. */
    private static final Duration FOR_EVER = Duration.ofDays(3650);

    /** How long a session of its own lifetime lives; null where it has none. */
    static @Nullable Duration ownOf(Map<String, ? extends @Nullable Object> data) {
        if (!(data.get(Session.LIFETIME) instanceof Number seconds)) {
            return null;
        }
        boolean ends = seconds.longValue() > 0 && seconds.longValue() < FOR_EVER.toSeconds();
        return ends ? Duration.ofSeconds(seconds.longValue()) : FOR_EVER;
    }

    /** How long a session of these data lives after its last use. */
    Duration of(Map<String, ? extends @Nullable Object> data) {
        Duration own = ownOf(data);
        return own != null ? own : lifetime;
    }

    /**
     * Flask's {@code should_set_cookie}, and not before the refresh interval is over. A session of its own lifetime is
     * prolonged whether permanent or not, and at once: it may be shorter than the interval.
     */
    boolean shouldSetCookie(Changes changes, @Nullable Instant lastRefresh, Instant now) {
        if (changes.modified() || !refreshEachRequest) {
            return changes.modified();
        }
        boolean isDue = lastRefresh == null || !now.isBefore(lastRefresh.plus(refreshInterval));
        return ownOf(changes.data()) != null || (changes.permanent() && isDue);
    }

    /** Flask's {@code get_expiration_time}: when the browser is to forget the cookie; null: when it is closed. */
    @Nullable
    Instant cookieExpiry(Changes changes, Instant now) {
        return changes.permanent() ? now.plus(of(changes.data())) : null;
    }
}
