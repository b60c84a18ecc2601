package io.github.sessionstarter.serialization;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.util.Locale;

/** Dates and times as msgspec writes them into JSON: ISO 8601, microseconds only where there are some. */
final class IsoText {

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter MICROSECONDS = DateTimeFormatter.ofPattern("HH:mm:ss.SSSSSS", Locale.ROOT);

    private static final int NANOSECONDS_OF_A_MICROSECOND = 1000;
    private static final long SECONDS_OF_A_DAY = 86_400;

    private IsoText() {}

    static String of(Instant instant) {
        return of(LocalDateTime.ofInstant(instant, ZoneOffset.UTC)) + "Z";
    }

    static String of(LocalDateTime time) {
        return time.toLocalDate() + "T" + of(time.toLocalTime());
    }

    static String of(LocalTime time) {
        boolean whole = time.get(ChronoField.MICRO_OF_SECOND) == 0;
        return time.format(whole ? SECONDS : MICROSECONDS);
    }

    /** {@code P1DT2S}. */
    static String of(Duration duration) {
        Duration length = duration.abs();
        long days = length.getSeconds() / SECONDS_OF_A_DAY;
        long seconds = length.getSeconds() % SECONDS_OF_A_DAY;
        int microseconds = length.getNano() / NANOSECONDS_OF_A_MICROSECOND;
        StringBuilder text = new StringBuilder(duration.isNegative() ? "-P" : "P");
        boolean onlyDays = seconds == 0 && microseconds == 0;
        if (days > 0 || onlyDays) {
            text.append(days).append('D');
        }
        if (!onlyDays) {
            text.append('T').append(seconds);
            if (microseconds > 0) {
                text.append(String.format(Locale.ROOT, ".%06d", microseconds).replaceAll("0+$", ""));
            }
            text.append('S');
        }
        return text.toString();
    }

    /** {@code +08:00}, with seconds where there are some. */
    static String ofOffset(Duration offset) {
        return (offset.isNegative() ? "-" : "+")
                + LocalTime.MIDNIGHT
                        .plus(offset.abs())
                        .format(DateTimeFormatter.ISO_LOCAL_TIME)
                        .replaceAll("^(..:..):00$", "$1");
    }
}
