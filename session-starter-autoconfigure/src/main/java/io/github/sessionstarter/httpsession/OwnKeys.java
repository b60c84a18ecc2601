package io.github.sessionstarter.httpsession;

import io.github.sessionstarter.Session;

/**
 * The keys under which an HttpSession keeps what is no attribute. They are made when somebody asks or sets, and not
 * before: a session that only Flask's kind of code uses has none of them.
 */
final class OwnKeys {

    private static final String PREFIX = "_http_";

    /** The id of a session whose repository gives it none. */
    static final String ID = PREFIX + "id";

    /** When the session was created, in milliseconds since 1970. */
    static final String CREATED = PREFIX + "created";

    /** When the last request came that used the session, in milliseconds since 1970. */
    static final String ACCESSED = PREFIX + "accessed";

    private static final String NOTE_PREFIX = PREFIX + "type:";

    private OwnKeys() {}

    /** Where the note of an attribute's {@link Form} is. */
    static String noteOf(String attribute) {
        return NOTE_PREFIX + attribute;
    }

    /** The attribute whose note lies under a key, or the empty string where it is another kind of key. */
    static String attributeOf(String key) {
        return key.startsWith(NOTE_PREFIX) ? key.substring(NOTE_PREFIX.length()) : "";
    }

    static boolean isAttribute(String key) {
        return !key.startsWith(PREFIX) && !key.equals(Session.PERMANENT) && !key.equals(Session.LIFETIME);
    }
}
