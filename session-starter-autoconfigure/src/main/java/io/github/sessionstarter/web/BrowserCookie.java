package io.github.sessionstarter.web;

import io.github.sessionstarter.CookieAction;
import org.jspecify.annotations.Nullable;

/** What the browser has of the session: what it came with, or is given by this response. Guarded by the request's lock. */
final class BrowserCookie {

    private @Nullable String value;
    private @Nullable String header;
    private boolean known;

    /**
     * The request came with it.
     *
     * @param value null where it named no session
     * @param known whether the browser knows the session's id by it
     */
    void cameWith(@Nullable String value, boolean known) {
        this.value = value;
        this.known = known;
    }

    /** The session has another id now, of which the browser has to be told. */
    void becomesUnknown() {
        known = false;
    }

    /** The response does this to it. */
    void becomes(CookieAction action, @Nullable String header) {
        this.header = header;
        known = action instanceof CookieAction.SetValue;
        value = action instanceof CookieAction.SetValue set ? set.value() : null;
    }

    /** What was to be said of it is said no more: saying it anew has failed. */
    void dropHeader() {
        header = null;
    }

    /** What names the session, for a later use; null where nothing does. */
    @Nullable
    String value() {
        return value;
    }

    /** The response's {@code Set-Cookie}; null: none of ours. */
    @Nullable
    String header() {
        return header;
    }

    /** Whether the browser knows, or has been told in time, the id that the session has now. */
    boolean isKnown() {
        return known;
    }
}
