package io.github.sessionstarter.repository;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * When this node last prolonged which session: not every store tells when a record ends. It forgets the oldest beyond a
 * bound, and a forgotten session is prolonged once more than it needs to be.
 */
final class RefreshTimes {

    private static final int MAX_SESSIONS = 10_000;

    private final Map<String, Instant> times = new LinkedHashMap<>();
    private final Duration interval;

    RefreshTimes(Duration interval) {
        this.interval = interval;
    }

    /** Whether it is time to prolong a session. */
    boolean isDue(String key, Instant now) {
        if (interval.isZero()) {
            return true;
        }
        synchronized (times) {
            Instant last = times.get(key);
            return last == null || !now.isBefore(last.plus(interval));
        }
    }

    /** It was prolonged. */
    void note(String key, Instant now) {
        if (interval.isZero()) {
            return;
        }
        synchronized (times) {
            times.remove(key);
            times.put(key, now);
            if (times.size() > MAX_SESSIONS) {
                times.remove(times.keySet().iterator().next());
            }
        }
    }
}
