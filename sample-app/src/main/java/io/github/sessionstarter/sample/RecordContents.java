package io.github.sessionstarter.sample;

import io.github.sessionstarter.SessionStore.StoredValue;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DurationFormat;
import org.springframework.format.datetime.standard.DurationFormatterUtils;

/**
 * What is to be told of a session's record in its store.
 *
 * @param key the store's; whoever knows it has the session
 * @param size the value's, in bytes
 * @param format by the value's first byte
 * @param timeToLive in the notation of {@code session.lifetime}; null where the store does not tell
 */
record RecordContents(
        String key, int size, String format, @Nullable String timeToLive) {

    static RecordContents of(String key, StoredValue stored, Instant now) {
        Instant expiry = stored.expiry();
        return new RecordContents(
                key,
                stored.value().length,
                format(stored.value()),
                expiry == null ? null : text(Duration.between(now, expiry)));
    }

    /** A duration as {@code 30d23h59m58s}, to the second. */
    static String text(Duration duration) {
        return DurationFormatterUtils.print(duration.truncatedTo(ChronoUnit.SECONDS), DurationFormat.Style.COMPOSITE);
    }

    /** Of a map that holds something; the starter tells the formats of its records apart in the same way. */
    private static String format(byte[] value) {
        int first = value.length == 0 ? -1 : value[0] & 0xff;
        return switch (first) {
            case '{' -> "JSON";
            // a pickle's protocol, or the beginnings of a dict in the protocols that are text
            case 0x80, '(', '}', 'c' -> "pickle";
            // a map of 16 bits' or 32 bits' length
            case 0xde, 0xdf -> "msgpack";
            // a map of up to 15 keys
            default -> first > 0x80 && first <= 0x8f ? "msgpack" : "unknown";
        };
    }

    /** Shows no key. */
    @Override
    public String toString() {
        return "RecordContents[size=" + size + "]";
    }
}
