package io.github.sessionstarter.repository;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A record of a store, as an operator sees it.
 *
 * @param format as {@code session.serialization-format} spells it; null where the record is in none that is known
 * @param size in bytes
 * @param expiry when its time is over; null where the store does not tell
 * @param data what the session holds; null where it cannot be read
 */
public record StoredSession(
        @Nullable String format,
        int size,
        @Nullable Instant expiry,
        @Nullable Map<String, @Nullable Object> data) {

    /** Shows no data. */
    @Override
    public String toString() {
        return "StoredSession[" + format + ", " + size + " bytes]";
    }
}
