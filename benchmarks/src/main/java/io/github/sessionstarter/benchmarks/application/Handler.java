package io.github.sessionstarter.benchmarks.application;

import java.util.Locale;

/** What a request does to its session. */
public enum Handler {
    /** Nothing; but its cookie comes with it. */
    UNTOUCHED,
    /** It reads one value. */
    READ,
    /** It reads a number, and puts the next one. */
    CHANGE,
    /** It comes without a cookie, and leaves with a session of three values. */
    LOG_IN;

    public String path() {
        return "/" + label().replace(' ', '-');
    }

    /** Whether its requests come with the cookie of somebody who is logged in. */
    public boolean needsCookie() {
        return this != LOG_IN;
    }

    /** The name that tables and plots give it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
