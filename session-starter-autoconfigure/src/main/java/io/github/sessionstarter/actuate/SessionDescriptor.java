package io.github.sessionstarter.actuate;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A stored session.
 *
 * @param type where it is kept
 * @param format how it is written; null where that is unknown
 * @param size in bytes, as it is stored
 * @param expiry when its time is over; null where the store does not tell: Redis and memcached
 * @param readable whether the application can read it; one that it cannot read is a new session to it
 * @param keys at its top level
 * @param values by these keys; null where they are not to be shown
 */
record SessionDescriptor(
        String type,
        @Nullable String format,
        int size,
        @Nullable Instant expiry,
        boolean readable,
        List<String> keys,
        @Nullable Map<String, @Nullable Object> values) {

    /** Shows neither keys nor values: what is answered is logged where Spring MVC logs at DEBUG. */
    @Override
    public String toString() {
        return "SessionDescriptor[" + type + ", " + size + " bytes]";
    }
}
