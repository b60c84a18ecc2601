package io.github.sessionstarter.repository;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The records that this node knows to have gone lately. Their sessions were logged out or got another id, and a request
 * that opened one before must not send its id to the browser again. It forgets the oldest beyond a bound.
 */
final class Departures {

    private static final int MAX_SESSIONS = 10_000;

    private final Set<String> keys = new LinkedHashSet<>();

    synchronized void add(String key) {
        if (keys.add(key) && keys.size() > MAX_SESSIONS) {
            keys.remove(keys.iterator().next());
        }
    }

    /** Its own request made it anew. */
    synchronized void remove(String key) {
        keys.remove(key);
    }

    synchronized boolean contains(String key) {
        return keys.contains(key);
    }
}
