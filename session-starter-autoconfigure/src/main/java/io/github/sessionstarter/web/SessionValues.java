package io.github.sessionstarter.web;

import io.github.sessionstarter.ForeignValue;
import io.github.sessionstarter.Markup;
import io.github.sessionstarter.SessionRepository;
import io.github.sessionstarter.Tuple;
import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Turns what an application puts into the session's own form, and what it reads into the type it asks for. The own form
 * is what {@link io.github.sessionstarter.Session Session} lists. No message holds a value.
 */
public final class SessionValues {

    /**
     * How deeply values may nest. A level of ours is two levels of tagged JSON at most, and its readers stop at 500 (this
     * one's) or not much later (Python's).
     */
    static final int MAX_DEPTH = 200;

    private final JsonMapper mapper;
    private final SessionRepository repository;

    /**
     * @param mapper turns records, beans and enums into maps and strings, and back
     * @param repository says which values it can carry
     */
    public SessionValues(JsonMapper mapper, SessionRepository repository) {
        this.mapper = SessionMapper.of(mapper);
        this.repository = repository;
    }

    /**
     * A copy in the session's own form.
     *
     * @throws IllegalArgumentException where the session cannot carry the value, or something in it
     */
    @Nullable
    Object copy(@Nullable Object value, Path path) {
        if (path.depth() > MAX_DEPTH) {
            throw new IllegalArgumentException("session[\"" + path.topKey() + "\"] is nested more than " + MAX_DEPTH
                    + " levels deep, or contains itself");
        }
        if (value instanceof Map<?, ?> map) {
            return copyMap(map, path);
        }
        if (value instanceof Tuple tuple) {
            return Tuple.copyOf(copyElements(tuple, path));
        }
        if (value instanceof Collection<?> collection) {
            return copyElements(collection, path);
        }
        if (value != null && value.getClass().isArray() && !(value instanceof byte[])) {
            return copyArray(value, path);
        }
        if (isOwn(value)) {
            return checked(value, value, path);
        }
        Object simple = simplified(value);
        return simple != null ? checked(simple, value, path) : copyConverted(value, path);
    }

    /** The same for a value under a key, which too is something that the session must be able to carry. */
    @Nullable
    Object copy(String key, @Nullable Object value, Path path) {
        checked(key, key, path);
        return copy(value, path);
    }

    private Map<String, @Nullable Object> copyMap(Map<?, ?> map, Path path) {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        map.forEach((key, value) -> {
            if (!(key instanceof String text)) {
                throw refused(path, map, "it has a key that is no String");
            }
            Path below = path.child(text);
            checked(text, text, below);
            copy.put(text, copy(value, below));
        });
        return copy;
    }

    private List<@Nullable Object> copyElements(Collection<?> elements, Path path) {
        List<@Nullable Object> copy = new ArrayList<>(elements.size());
        for (Object element : elements) {
            copy.add(copy(element, path.child(copy.size())));
        }
        return copy;
    }

    private List<@Nullable Object> copyArray(Object array, Path path) {
        int length = Array.getLength(array);
        List<@Nullable Object> copy = new ArrayList<>(length);
        for (int i = 0; i < length; i++) {
            copy.add(copy(Array.get(array, i), path.child(i)));
        }
        return copy;
    }

    private static boolean isOwn(@Nullable Object value) {
        return value == null
                || value instanceof String
                || value instanceof Boolean
                || value instanceof Integer
                || value instanceof Long
                || value instanceof Double
                || value instanceof BigInteger
                || value instanceof Instant
                || value instanceof UUID
                || value instanceof Markup
                || value instanceof ForeignValue;
    }

    /** What is nearly a value of ours as that value, or null. */
    @SuppressWarnings("JavaUtilDate") // applications still have them
    private static @Nullable Object simplified(@Nullable Object value) {
        if (value instanceof byte[] bytes) {
            return bytes.clone();
        }
        if (value instanceof Short || value instanceof Byte) {
            return ((Number) value).intValue();
        }
        if (value instanceof Float number) {
            return number.doubleValue();
        }
        if (value instanceof CharSequence || value instanceof Character || value instanceof BigDecimal) {
            return value.toString();
        }
        if (value instanceof OffsetDateTime time) {
            return time.toInstant();
        }
        if (value instanceof ZonedDateTime time) {
            return time.toInstant();
        }
        if (value instanceof Date date) {
            return instant(date);
        }
        if (value instanceof Number number && !(value instanceof AtomicInteger)) {
            boolean exact = (double) number.longValue() == number.doubleValue();
            return exact ? number.longValue() : null;
        }
        return null;
    }

    @SuppressWarnings("JavaUtilDate")
    private static Instant instant(Date date) {
        try {
            return date.toInstant();
        } catch (UnsupportedOperationException e) {
            // java.sql.Date and Time, which have half of one
            return Instant.ofEpochMilli(date.getTime());
        }
    }

    /** What Jackson would make a map of that nobody wants: stack traces, threads, lambdas. */
    private static boolean isNoData(@Nullable Object value) {
        return value instanceof Throwable
                || value instanceof Thread
                || value instanceof Future
                || value instanceof Iterator
                || value instanceof AutoCloseable
                || (value != null && value.getClass().isHidden());
    }

    private @Nullable Object copyConverted(@Nullable Object value, Path path) {
        if (isNoData(value)) {
            throw refused(path, value, "it is no data");
        }
        Object converted;
        try {
            converted = mapper.convertValue(value, Object.class);
        } catch (JacksonException | IllegalArgumentException e) {
            throw refused(
                    path, value, "Jackson cannot write it (" + e.getClass().getSimpleName() + ")");
        }
        boolean plain = converted instanceof Map || converted instanceof Collection || isOwn(converted);
        Object simple = plain ? converted : simplified(converted);
        if (simple == null && converted != null) {
            throw refused(path, value, "it is no value that a session holds");
        }
        return copy(simple, path);
    }

    private @Nullable Object checked(@Nullable Object own, @Nullable Object given, Path path) {
        String refusal = repository.refusal(own);
        if (refusal != null) {
            throw refused(path, given, refusal);
        }
        return own;
    }

    private static IllegalArgumentException refused(Path path, @Nullable Object value, String reason) {
        return new IllegalArgumentException(path + " of type " + typeName(value) + " cannot be kept: " + reason);
    }

    /**
     * A value of the session as another type.
     *
     * @throws IllegalArgumentException where that is not possible
     */
    @SuppressWarnings("unchecked")
    <T> T convert(Object value, Class<T> type, Path path) {
        Class<?> boxed = ClassUtils.resolvePrimitiveIfNecessary(type);
        if (boxed.isInstance(value)) {
            return (T) value;
        }
        try {
            T converted = (T) mapper.convertValue(value, boxed);
            if (converted != null) {
                return converted;
            }
        } catch (JacksonException | IllegalArgumentException e) {
            // not as the cause: Jackson quotes the value
        }
        throw new IllegalArgumentException(
                path + " is of type " + typeName(value) + " and cannot be read as " + type.getTypeName());
    }

    private static String typeName(@Nullable Object value) {
        if (value instanceof Map) {
            return "Map";
        }
        if (value instanceof List) {
            return "List";
        }
        return value == null ? "null" : value.getClass().getTypeName();
    }
}
