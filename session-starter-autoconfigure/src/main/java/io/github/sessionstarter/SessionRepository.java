package io.github.sessionstarter;

import org.jspecify.annotations.Nullable;

/**
 * How sessions are opened and saved; the two verbs of Flask's {@code SessionInterface}. {@code session.type} selects
 * one, and an application's own bean replaces it. A repository trades plain data: the {@link Session} around them, what
 * changed in it and the cookie's header are the framework's.
 *
 * <p>Used by many threads at once. An exception from either method fails the request, a {@link SessionStoreException} with
 * 503; but a request that does not use its session is served, though it could not be opened to be prolonged. A cookie or
 * record that cannot be read is no exception but a new session.
 */
public interface SessionRepository {

    /**
     * Opens the session that a cookie names.
     *
     * @param cookieValue what the request's session cookie holds, null where there is none. Anybody can send anything.
     * @return the session; a new one where the value is null or not a session's
     */
    Opened open(@Nullable String cookieValue);

    /**
     * Saves a session where it needs saving. Called once for a request that opened its session, before its response
     * commits, and again for changes that were made later; then the changes are those since the last save.
     *
     * @param opened what {@link #open} returned, with the memory that it had or was given since
     * @param changes what the request did to it
     * @return what is to happen to the cookie
     */
    CookieAction save(Opened opened, Changes changes);

    /**
     * Gives a session a new id; {@link #save} moves it there. A repository without ids returns the session as it is.
     *
     * @param opened the session under its old id
     * @return the session under its new one
     */
    default Opened regenerate(Opened opened) {
        return opened;
    }

    /**
     * Tells why this repository cannot carry a value, in words that complete "… cannot be kept: ".
     *
     * @param value one that is no container: null, Boolean, Integer, Long, BigInteger, Double, String, byte[], UUID,
     *     Instant, {@link Markup} or {@link ForeignValue}
     * @return the reason; null where it can
     */
    default @Nullable String refusal(@Nullable Object value) {
        return null;
    }
}
