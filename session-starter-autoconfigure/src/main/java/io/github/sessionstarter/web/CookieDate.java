package io.github.sessionstarter.web;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The date of a cookie's expiry (RFC 9110, section 5.6.7). All cookies that are set within a second share its text. */
final class CookieDate {

    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);

    private volatile Formatted last = Formatted.of(0);

    private record Formatted(long second, String text) {

        static Formatted of(long second) {
            return new Formatted(
                    second, HTTP_DATE.format(Instant.ofEpochSecond(second).atOffset(ZoneOffset.UTC)));
        }
    }

    String format(Instant instant) {
        long second = instant.getEpochSecond();
        Formatted formatted = last;
        if (formatted.second() != second) {
            formatted = Formatted.of(second);
            last = formatted;
        }
        return formatted.text();
    }
}
