package io.github.sessionstarter.serialization;

import io.github.sessionstarter.ForeignValue;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A set, a Decimal, or what the datetime module makes, by the arguments with which Python makes it again. */
final class PythonObject implements ForeignValue {

    /** Numbers, Infinity, NaN with and without digits and a sign. */
    private static final Pattern DECIMAL = Pattern.compile("[-+0-9.A-Za-z]{1," + PythonNumbers.MAX_DIGITS + "}");

    private final PickleName type;

    /** The elements of a set; else what the type's constructor takes. Nobody changes them. */
    private final @Nullable Object[] arguments;

    private PythonObject(PickleName type, @Nullable Object[] arguments) {
        this.type = type;
        this.arguments = arguments;
    }

    /** @throws RuntimeException where Python could not make the object of these arguments */
    static PythonObject of(PickleName type, List<@Nullable Object> arguments) {
        PythonObject object = new PythonObject(type, arguments.toArray());
        if (!object.isSet()) {
            object.plain();
        }
        return object;
    }

    PickleName type() {
        return type;
    }

    List<@Nullable Object> arguments() {
        return Arrays.asList(arguments);
    }

    boolean isSet() {
        return type == PickleName.SET || type == PickleName.FROZENSET;
    }

    /** What a datetime with a time zone names, where it is one that Python has; else null. */
    @Nullable
    Instant instant() {
        if (type != PickleName.DATETIME || arguments.length < 2) {
            return null;
        }
        Instant instant = DatetimeState.of(arguments[0])
                .dateTime()
                .toInstant(ZoneOffset.UTC)
                .minus(offset(arguments[1]));
        return Refusal.hasPythonYear(instant) ? instant : null;
    }

    @Override
    public Object plain() {
        return switch (type) {
            case SET, FROZENSET -> Plain.copies(arguments());
            case DECIMAL -> decimal();
            case DATE -> DatetimeState.of(only()).date().toString();
            case TIME -> IsoText.of(DatetimeState.of(arguments[0]).time()) + zone();
            case DATETIME -> IsoText.of(DatetimeState.of(arguments[0]).dateTime()) + zone();
            case TIMEDELTA -> IsoText.of(timedelta());
            case TIMEZONE -> IsoText.ofOffset(timezone());
            default -> throw misfit();
        };
    }

    private String decimal() {
        if (only() instanceof String text && DECIMAL.matcher(text).matches()) {
            return text;
        }
        throw misfit();
    }

    private String zone() {
        return switch (arguments.length) {
            case 1 -> "";
            case 2 -> IsoText.ofOffset(offset(arguments[1]));
            default -> throw misfit();
        };
    }

    private static Duration offset(@Nullable Object zone) {
        if (zone instanceof PythonObject object && object.type == PickleName.TIMEZONE) {
            return object.timezone();
        }
        throw misfit();
    }

    private Duration timezone() {
        boolean named = arguments.length == 2 && arguments[1] instanceof String;
        if ((arguments.length == 1 || named)
                && arguments[0] instanceof PythonObject offset
                && offset.type == PickleName.TIMEDELTA
                && offset.timedelta().abs().compareTo(Duration.ofDays(1)) < 0) {
            return offset.timedelta();
        }
        throw misfit();
    }

    private Duration timedelta() {
        if (arguments.length == 3
                && arguments[0] instanceof Integer days
                && arguments[1] instanceof Integer seconds
                && arguments[2] instanceof Integer microseconds) {
            return Duration.ofDays(days).plusSeconds(seconds).plusNanos(microseconds * 1000L);
        }
        throw misfit();
    }

    private @Nullable Object only() {
        if (arguments.length != 1) {
            throw misfit();
        }
        return arguments[0];
    }

    private static IllegalArgumentException misfit() {
        return new IllegalArgumentException("The pickle makes an object of what does not fit it");
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PythonObject object
                && type == object.type
                && Arrays.deepEquals(arguments, object.arguments);
    }

    @Override
    public int hashCode() {
        return 31 * type.hashCode() + Arrays.deepHashCode(arguments);
    }

    @Override
    public String toString() {
        return "ForeignValue[" + type + "]";
    }
}
