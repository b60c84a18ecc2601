package io.github.sessionstarter.serialization;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.util.Locale;

/** Dates as Werkzeug writes them ({@code werkzeug.http.http_date}): {@code Tue, 14 Nov 2023 22:13:20 GMT}. */
final class HttpDate {

    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);

    private HttpDate() {}

    /** Whether the year has four digits, which Werkzeug's reader wants. */
    static boolean canHold(Instant instant) {
        int year = instant.atOffset(ZoneOffset.UTC).get(ChronoField.YEAR);
        return 1000 <= year && year <= 9999;
    }

    /** The instant without its fraction of a second. */
    static String format(Instant instant) {
        return FORMAT.format(instant.atOffset(ZoneOffset.UTC));
    }

    static Instant parse(String text) {
        return Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text));
    }
}
