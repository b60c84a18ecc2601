package io.github.sessionstarter.autoconfigure;

import io.github.sessionstarter.repository.SessionLifetime;
import java.time.Duration;

/** What the properties say of how long sessions live, checked. */
final class Lifetimes {

    /** An expiry beyond the year 9999 has no HTTP date. */
    private static final Duration LONGEST = Duration.ofDays(365_000);

    private Lifetimes() {}

    /**
     * How long sessions live.
     *
     * @param permanent whether new sessions are permanent where the properties do not say
     */
    static SessionLifetime of(SessionProperties properties, boolean permanent) {
        Duration lifetime = properties.getLifetime();
        Duration interval = properties.getRefreshInterval();
        if (lifetime.toSeconds() < 1 || lifetime.compareTo(LONGEST) > 0) {
            throw new SessionConfigurationException(
                    "session.lifetime must be from one second to " + LONGEST.toDays() + " days.",
                    "Set it to a duration as 31d or 12h; a number alone is seconds.");
        }
        if (interval.isNegative() || interval.compareTo(lifetime) >= 0) {
            throw new SessionConfigurationException(
                    "session.refresh-interval must not be negative, and must be shorter than session.lifetime, or sessions"
                            + " that are in use expire.",
                    "Set it to a duration as 5m; a number alone is seconds, and 0 refreshes at each request.");
        }
        Boolean set = properties.getPermanent();
        return new SessionLifetime(
                lifetime, set != null ? set : permanent, properties.isRefreshEachRequest(), interval);
    }
}
