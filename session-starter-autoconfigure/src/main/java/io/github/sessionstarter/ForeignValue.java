package io.github.sessionstarter;

import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * A value that a Python application put into the session and that is none of a session's own here: a set, a date, a
 * naive datetime, a Decimal, a map with keys other than strings, an unknown msgpack extension. It is immutable, lies in
 * the session untouched, may be put elsewhere in it, and is written back as it was. Its {@code toString} names the type
 * and shows no data.
 *
 * <p>A typed read converts it: {@code session.get("birthday", LocalDate.class)}. To change it, put a value of the
 * session's own in its place.
 */
public interface ForeignValue {

    /**
     * Makes a copy in the session's own form, as Flask-Session's JSON would have it: a set is a list, a date and a time
     * their ISO 8601 text, a Decimal its text, keys are strings; an unknown extension is its bytes.
     *
     * @return the copy, which is new each time
     */
    @JsonValue
    @Nullable
    Object plain();
}
