package io.github.sessionstarter.httpsession;

import io.github.sessionstarter.ForeignValue;
import io.github.sessionstarter.Markup;
import io.github.sessionstarter.Tuple;
import io.github.sessionstarter.web.SessionAccess;
import java.lang.reflect.Modifier;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Which objects are values of the session's own, and come back from every format as the Java type that they were. */
final class PlainValues {

    /** Types that some format makes another one of (a Long an Integer, a UUID a text), by the names they are noted with. */
    private static final Map<String, Class<?>> FADING = Map.of(
            "Long", Long.class,
            "BigInteger", BigInteger.class,
            "bytes", byte[].class,
            "UUID", UUID.class,
            "Instant", Instant.class,
            "Markup", Markup.class,
            "Tuple", Tuple.class);

    private static final Set<Class<?>> CONTAINERS = Set.of(ArrayList.class, HashMap.class, LinkedHashMap.class);

    private PlainValues() {}

    /** The name under which the type of a fading value is noted; null for one that every format keeps. */
    static @Nullable String noteOf(Object value) {
        if (isKept(value)) {
            return null;
        }
        return FADING.entrySet().stream()
                .filter(entry -> entry.getValue() == value.getClass())
                .map(Map.Entry::getKey)
                .findAny()
                .orElse(null);
    }

    /** The type that was noted under a name; null where none is. */
    static @Nullable Class<?> typeOf(String note) {
        return FADING.get(note);
    }

    /** Whether a value can lie in the session plainly and be read again as what it is, by its note if it has one. */
    static boolean isPlain(Object value) {
        return isKept(value) || noteOf(value) != null;
    }

    /** Whether a value that came plainly out of the session can go back so. */
    static boolean canReturn(@Nullable Object value) {
        return value == null || isKept(value) || noteOf(value) != null || isContainer(value, PlainValues::canReturn);
    }

    /** Whether all formats keep its type; numbers of the smallest type that holds them. */
    private static boolean isKept(@Nullable Object value) {
        return value == null
                || value instanceof String
                || value instanceof Boolean
                || value instanceof Integer
                || value instanceof Double
                || value instanceof ForeignValue
                || (value instanceof Long number && number != number.intValue())
                || isContainer(value, PlainValues::isKept);
    }

    private static boolean isContainer(Object value, Predicate<@Nullable Object> elements) {
        if (!isUsualContainer(value.getClass())) {
            return false;
        }
        if (value instanceof Map<?, ?> map) {
            return map.keySet().stream().allMatch(String.class::isInstance)
                    && map.values().stream().allMatch(elements);
        }
        return value instanceof List<?> list && list.stream().allMatch(elements);
    }

    /** The common ones, and those of the JDK and of ours that no code can name, so that none misses them. */
    private static boolean isUsualContainer(Class<?> type) {
        boolean nameless = !Modifier.isPublic(type.getModifiers())
                && (type.getPackageName().equals("java.util") || type.getPackage() == SessionAccess.class.getPackage());
        return CONTAINERS.contains(type) || nameless;
    }

    /** A copy that shares nothing changeable with the value: of a map a LinkedHashMap, of a list an ArrayList. */
    static @Nullable Object copy(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<Object, @Nullable Object> copy = new LinkedHashMap<>();
            map.forEach((key, element) -> copy.put(key, copy(element)));
            return copy;
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> copy = new ArrayList<>(list.size());
            list.forEach(element -> copy.add(copy(element)));
            return value instanceof Tuple ? Tuple.copyOf(copy) : copy;
        }
        return value instanceof byte[] bytes ? bytes.clone() : value;
    }

    /** Whether two values are equal, bytes too. */
    static boolean areSame(@Nullable Object left, @Nullable Object right) {
        if (left instanceof byte[] bytes && right instanceof byte[] others) {
            return Arrays.equals(bytes, others);
        }
        if (left instanceof Map<?, ?> map && right instanceof Map<?, ?> others) {
            return map.keySet().equals(others.keySet())
                    && map.entrySet().stream().allMatch(entry -> areSame(entry.getValue(), others.get(entry.getKey())));
        }
        if (left instanceof List<?> list && right instanceof List<?> others) {
            return list instanceof Tuple == others instanceof Tuple && haveSameElements(list, others);
        }
        return Objects.equals(left, right);
    }

    private static boolean haveSameElements(List<?> left, List<?> right) {
        if (left.size() != right.size()) {
            return false;
        }
        for (int i = 0; i < left.size(); i++) {
            if (!areSame(left.get(i), right.get(i))) {
                return false;
            }
        }
        return true;
    }
}
