package io.github.sessionstarter.serialization;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import org.jspecify.annotations.Nullable;

/**
 * The bytes out of which Python's datetime module makes its objects ({@code datetime.__getstate__}): year (two bytes),
 * month and day, then hour, minute, second and microseconds (three bytes), big-endian.
 */
record DatetimeState(byte[] bytes) {

    private static final int DATE_LENGTH = 4;
    private static final int TIME_LENGTH = 6;

    /** Set in the first byte that has room for it, the hour's or the month's, where a local time occurs a second time. */
    private static final int FOLD = 0x80;

    static DatetimeState of(@Nullable Object argument) {
        if (argument instanceof byte[] bytes) {
            return new DatetimeState(bytes);
        }
        throw misfit();
    }

    /** An instant in UTC; nothing below microseconds. */
    static DatetimeState of(Instant instant) {
        LocalDateTime time = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
        int microseconds = time.get(ChronoField.MICRO_OF_SECOND);
        return new DatetimeState(new byte[] {
            (byte) (time.getYear() >> 8),
            (byte) time.getYear(),
            (byte) time.getMonthValue(),
            (byte) time.getDayOfMonth(),
            (byte) time.getHour(),
            (byte) time.getMinute(),
            (byte) time.getSecond(),
            (byte) (microseconds >> 16),
            (byte) (microseconds >> 8),
            (byte) microseconds
        });
    }

    LocalDate date() {
        requireLength(DATE_LENGTH);
        return dateAtStart();
    }

    LocalTime time() {
        requireLength(TIME_LENGTH);
        return timeAt(0);
    }

    LocalDateTime dateTime() {
        requireLength(DATE_LENGTH + TIME_LENGTH);
        return dateAtStart().atTime(timeAt(DATE_LENGTH));
    }

    private LocalDate dateAtStart() {
        int year = at(0) << 8 | at(1);
        if (year < 1 || year > 9999) {
            throw misfit();
        }
        return LocalDate.of(year, at(2) & ~FOLD, at(3));
    }

    private LocalTime timeAt(int start) {
        int microseconds = at(start + 3) << 16 | at(start + 4) << 8 | at(start + 5);
        int hour = start == 0 ? at(0) & ~FOLD : at(start);
        return LocalTime.of(hour, at(start + 1), at(start + 2)).with(ChronoField.MICRO_OF_SECOND, microseconds);
    }

    private int at(int index) {
        return bytes[index] & 0xff;
    }

    private void requireLength(int length) {
        if (bytes.length != length) {
            throw misfit();
        }
    }

    private static IllegalArgumentException misfit() {
        return new IllegalArgumentException("The pickle holds a date or time that is none");
    }
}
