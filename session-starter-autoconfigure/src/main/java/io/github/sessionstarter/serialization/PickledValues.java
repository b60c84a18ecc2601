package io.github.sessionstarter.serialization;

import io.github.sessionstarter.Markup;
import io.github.sessionstarter.Tuple;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Turns the graph that a pickle makes into a session's values. What is shared becomes several copies, so all that comes
 * out is counted: in proportion to the bytes that came in, and what contains itself ends at the greatest depth.
 */
final class PickledValues {

    /** What a value counts beside its text; less than a byte of a pickle times {@link #GROWTH} for every opcode. */
    private static final int WEIGHT = 4;

    /** A pickle that shares nothing never reaches it; one that shares the keys of many small dicts stays below. */
    private static final int GROWTH = 8;

    private static final int SMALL = 1024 * 1024;

    private static final int UUID_BITS = 128;
    private static final int UUID_TEXT_LENGTH = 36;

    private long allowance;

    PickledValues(int bytes) {
        allowance = SMALL + (long) GROWTH * bytes;
    }

    @Nullable
    Object resolve(@Nullable Object pickled) {
        return resolve(pickled, 0);
    }

    private @Nullable Object resolve(@Nullable Object pickled, int depth) {
        Bounds.checkDepth(depth);
        spend(WEIGHT);
        if (pickled instanceof String text) {
            spend(text.length());
            return text;
        }
        if (pickled instanceof byte[] bytes) {
            spend(bytes.length);
            return bytes.clone();
        }
        if (pickled instanceof Tuple tuple) {
            return Tuple.copyOf(resolveAll(tuple, depth));
        }
        if (pickled instanceof List<?> list) {
            return resolveAll(list, depth);
        }
        if (pickled instanceof PickledDict dict) {
            return map(dict.items(), depth);
        }
        if (pickled instanceof PickledCall call) {
            return value(call, depth);
        }
        if (pickled instanceof PickleName) {
            throw misfit();
        }
        return pickled;
    }

    private List<@Nullable Object> resolveAll(List<?> pickled, int depth) {
        spend(WEIGHT);
        List<@Nullable Object> resolved = new ArrayList<>();
        for (Object element : pickled) {
            resolved.add(resolve(element, depth + 1));
        }
        return resolved;
    }

    private Object map(List<@Nullable Object> items, int depth) {
        return ForeignMap.mapOf(resolveAll(items, depth));
    }

    private Object value(PickledCall call, int depth) {
        return switch (call.name) {
            case DATETIME -> datetime(call, depth);
            case DATE, TIME, TIMEDELTA, TIMEZONE, DECIMAL ->
                PythonObject.of(call.name, resolveAll(call.arguments, depth));
            case SET, FROZENSET -> PythonObject.of(call.name, elements(call, depth));
            case ORDERED_DICT -> {
                requireArguments(call, 0);
                yield map(call.items, depth);
            }
            case UUID -> uuid(call);
            case MARKUP -> {
                requireArguments(call, 1);
                yield markup(call.argument(0));
            }
            case BYTES -> {
                requireArguments(call, 0);
                yield new byte[0];
            }
            case BYTEARRAY -> bytearray(call, depth);
            case ENCODE -> {
                requireArguments(call, 2);
                yield latin1(call.argument(0), call.argument(1));
            }
            case RECONSTRUCTOR -> reconstructed(call);
            case OBJECT, STR -> throw misfit();
        };
    }

    private Object datetime(PickledCall call, int depth) {
        PythonObject datetime = PythonObject.of(call.name, resolveAll(call.arguments, depth));
        Object instant = datetime.instant();
        return instant != null ? instant : datetime;
    }

    private List<@Nullable Object> elements(PickledCall call, int depth) {
        if (call.arguments.isEmpty()) {
            return List.of();
        }
        requireArguments(call, 1);
        if (call.argument(0) instanceof List<?> elements) {
            return resolveAll(elements, depth);
        }
        throw misfit();
    }

    /** Made of nothing and given its attributes, as Python's pickler writes it, or made of its text. */
    private UUID uuid(PickledCall call) {
        PickledDict state = call.state;
        if (state == null) {
            requireArguments(call, 1);
            if (call.argument(0) instanceof String text && text.length() == UUID_TEXT_LENGTH) {
                return java.util.UUID.fromString(text);
            }
            throw misfit();
        }
        requireArguments(call, 0);
        return uuid(state);
    }

    private UUID uuid(PickledDict state) {
        // beside the number there may be is_safe, of which Java's UUID knows nothing
        for (int i = 0; i < state.items().size(); i += 2) {
            spend(WEIGHT); // many may share it
            Object value = state.items().get(i + 1);
            if ("int".equals(state.items().get(i)) && value != null && Integers.isInteger(value)) {
                return uuid(Integers.big(value));
            }
        }
        throw misfit();
    }

    private static UUID uuid(BigInteger number) {
        if (number.signum() < 0 || number.bitLength() > UUID_BITS) {
            throw misfit();
        }
        return new UUID(number.shiftRight(Long.SIZE).longValue(), number.longValue());
    }

    private Markup markup(@Nullable Object text) {
        if (text instanceof String html) {
            spend(html.length());
            return Markup.of(html);
        }
        throw misfit();
    }

    private byte[] bytearray(PickledCall call, int depth) {
        if (call.arguments.isEmpty()) {
            return new byte[0];
        }
        if (call.arguments.size() == 2) {
            // Python 3.7 and earlier
            return latin1(call.argument(0), call.argument(1));
        }
        requireArguments(call, 1);
        if (resolve(call.argument(0), depth + 1) instanceof byte[] bytes) {
            return bytes;
        }
        throw misfit();
    }

    private byte[] latin1(@Nullable Object text, @Nullable Object encoding) {
        boolean latin1 = "latin1".equals(encoding) || "latin-1".equals(encoding);
        if (!latin1
                || !(text instanceof String characters)
                || characters.chars().anyMatch(c -> c > 0xff)) {
            throw misfit();
        }
        spend(characters.length());
        return characters.getBytes(StandardCharsets.ISO_8859_1);
    }

    private Object reconstructed(PickledCall call) {
        requireArguments(call, 3);
        Object type = call.argument(0);
        Object base = call.argument(1);
        if (type == PickleName.UUID && base == PickleName.OBJECT && call.state != null) {
            return uuid(call.state);
        }
        if (type == PickleName.MARKUP && base == PickleName.STR && call.state == null) {
            return markup(call.argument(2));
        }
        throw misfit();
    }

    private static void requireArguments(PickledCall call, int count) {
        if (call.arguments.size() != count) {
            throw misfit();
        }
    }

    private void spend(int weight) {
        allowance -= weight;
        if (allowance < 0) {
            throw new IllegalArgumentException("The pickle makes too much out of few bytes");
        }
    }

    private static IllegalArgumentException misfit() {
        return new IllegalArgumentException("The pickle makes something that is no value of a session");
    }
}
