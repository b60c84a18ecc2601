package io.github.sessionstarter.serialization;

import io.github.sessionstarter.Markup;
import java.math.BigInteger;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Why a format cannot carry a value; null where nothing speaks against it. */
final class Refusal {

    private static final Instant YEAR_1 = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant YEAR_10000 = Instant.parse("+10000-01-01T00:00:00Z");

    private Refusal() {}

    static @Nullable String ofSurrogates(@Nullable Object value) {
        boolean isText = value instanceof String || value instanceof Markup;
        return isText && !Utf8.canHold(String.valueOf(value)) ? "UTF-8 has no lone surrogates" : null;
    }

    static @Nullable String ofYear(@Nullable Object value) {
        return value instanceof Instant instant && !hasPythonYear(instant)
                ? "a Python datetime has a year from 1 to 9999"
                : null;
    }

    static boolean hasPythonYear(Instant instant) {
        return !instant.isBefore(YEAR_1) && instant.isBefore(YEAR_10000);
    }

    static @Nullable String ofDigits(@Nullable Object value) {
        return value instanceof BigInteger integer && PythonNumbers.isTooLong(integer)
                ? "Python reads and prints no integer of more than " + PythonNumbers.MAX_DIGITS + " digits"
                : null;
    }

    /** Throws where the format refuses the value; the message holds its type only. */
    static void check(SessionFormat format, Object value) {
        String refusal = format.refusal(value);
        if (refusal != null) {
            throw new IllegalArgumentException(
                    "A " + value.getClass().getSimpleName() + " of the session cannot be written: " + refusal);
        }
    }

    static IllegalArgumentException ofType(String format, Object value) {
        return new IllegalArgumentException(
                format + " has no form for a " + value.getClass().getName());
    }
}
