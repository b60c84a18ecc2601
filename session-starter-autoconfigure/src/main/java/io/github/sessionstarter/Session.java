package io.github.sessionstarter;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The session of the current request: a dict, as in Flask ({@code flask.session}).
 *
 * <p>One bean of this type serves the whole application and shows each request its own session. A controller method may
 * also take a {@code Session} as an argument. The session is opened at the first touch and saved before the response is
 * committed. Outside a request every method but {@code equals}, {@code hashCode} and {@code toString} throws an {@link
 * IllegalStateException}. Several threads of one request may use it at once; each call is atomic, and an iteration runs
 * over what was there when it began. A function that is given to {@code compute}, {@code merge} and their kin runs
 * while other threads of the request wait; it must not wait for them.
 *
 * <p>All of {@link Map} works. A value that is put is <em>copied</em> into the session's own form:
 *
 * <ul>
 *   <li>null, {@link Boolean}, {@link Integer}, {@link Long}, {@link java.math.BigInteger}, {@link Double}, {@link
 *       String};
 *   <li>{@link java.util.List}, and {@link Map} with String keys, of such values;
 *   <li>{@code byte[]}, {@link java.util.UUID}, {@link java.time.Instant}, {@link Tuple}, {@link Markup};
 *   <li>smaller and other numbers, arrays, other collections and dates become the nearest of these; a {@link
 *       java.math.BigDecimal} becomes its text, as in Flask;
 *   <li>records, beans and enums become maps and strings through Jackson. {@link #get(String, Class)} turns them back.
 * </ul>
 *
 * What cannot be carried is refused at once with an {@link IllegalArgumentException} that names the key's path and the
 * type. Lists and maps read from the session are <em>live</em>: a change to them is a change to the session. (Flask does
 * not notice these unless told by {@code session.modified = True}.)
 *
 * <p>A change throws an {@link IllegalStateException} where it could not be kept: no secret key is set, or the response
 * is committed and the change would need a cookie.
 */
public interface Session extends Map<String, @Nullable Object> {

    /** The key under which Flask keeps whether a session is permanent. */
    String PERMANENT = "_permanent";

    /**
     * The key under which a session keeps how long it lives after its last use, in seconds, where that is not {@code
     * session.lifetime}; zero or less is as long as can be. A session that is kept in the cookie lives no longer
     * than {@code session.lifetime} by it. Flask knows nothing of it: what a Flask peer saves lives as long as others.
     */
    String LIFETIME = "_lifetime";

    /** {@return the session's id in its store (the sid), or null for a session that is kept in the cookie} */
    @Nullable
    String getId();

    /** {@return whether the request brought no session: no cookie, or none that can be read and is still valid} */
    boolean isNew();

    /** {@return whether this request changed the session} Asking is no access. */
    boolean isModified();

    /**
     * Marks the session as changed, so that it is saved and its cookie set, or as unchanged, so that the changes so far
     * are kept only if another one follows.
     *
     * @param modified whether it is to be saved
     */
    void setModified(boolean modified);

    /**
     * {@return whether this request read or changed the session; then the response varies by cookie} Asking is no access.
     */
    boolean isAccessed();

    /**
     * {@return whether the session outlives the browser's own session: it ends {@code session.lifetime} after its last use}
     */
    boolean isPermanent();

    /**
     * Sets {@link #isPermanent}, which is kept in the session itself under {@link #PERMANENT}.
     *
     * @param permanent whether the session is to outlive the browser's own
     */
    void setPermanent(boolean permanent);

    /**
     * Gives the session a new id and leaves its data as they are; the old id is dead. Call it when somebody logs in, or
     * an id that an attacker planted before (session fixation) becomes the id of the login. A session that is kept in the
     * cookie has no id, and nothing happens.
     */
    void regenerate();

    /**
     * The value of a key, converted to a type: a record or a bean out of a map, an enum out of its name, a {@code Long}
     * out of an {@code Integer}. It is a copy, unless the type is that of the value itself.
     *
     * @param <T> the type
     * @param key of the session itself, not a path
     * @param type a class without type parameters of its own
     * @return null where the key is absent or its value is null
     * @throws IllegalArgumentException where the value cannot be converted; the message names the key and both types
     */
    <T> @Nullable T get(String key, Class<T> type);

    /**
     * The value of a key, converted as by {@link #get(String, Class)}; empty where the key is absent or its value is
     * null.
     *
     * @param <T> the type
     * @param key of the session itself, not a path
     * @param type a class without type parameters of its own
     * @return the value, where there is one
     * @throws IllegalArgumentException where the value cannot be converted; the message names the key and both types
     */
    <T> Optional<T> find(String key, Class<T> type);
}
