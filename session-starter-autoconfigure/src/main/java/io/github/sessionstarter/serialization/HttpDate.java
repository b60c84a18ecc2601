package io.github.sessionstarter.serialization;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;

/** Dates as Werkzeug writes them ({@code werkzeug.http.http_date}): {@code Tue, 14 Nov 2023 22:13:20 GMT}. */
final class HttpDate {

    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);

    private static final Instant YEAR_1000 = Instant.parse("1000-01-01T00:00:00Z");
    private static final Instant YEAR_10000 = Instant.parse("+10000-01-01T00:00:00Z");

    /** Refuses days that are not, as the 30th of February. */
    private static final DateTimeFormatter STRICT = DateTimeFormatter.ofPattern(
                    "EEE, d MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withResolverStyle(ResolverStyle.STRICT)
            .withZone(ZoneOffset.UTC);

    private HttpDate() {}

    /** Whether the year has four digits, which Werkzeug's reader wants. */
    static boolean canHold(Instant instant) {
        return !instant.isBefore(YEAR_1000) && instant.isBefore(YEAR_10000);
    }

    /** The instant without its fraction of a second. */
    static String format(Instant instant) {
        return FORMAT.format(instant.atOffset(ZoneOffset.UTC));
    }

    /** @throws RuntimeException where it is no date, or one of a year that Python has not */
    static Instant parse(String text) {
        Instant instant = Instant.from(STRICT.parse(text));
        if (!Refusal.hasPythonYear(instant)) {
            throw new IllegalArgumentException("A date has a year from 1 to 9999");
        }
        return instant;
    }
}
