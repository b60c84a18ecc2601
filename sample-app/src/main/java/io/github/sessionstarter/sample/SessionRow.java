package io.github.sessionstarter.sample;

import io.github.sessionstarter.Markup;
import io.github.sessionstarter.Tuple;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One key of the session as the session page lists it. */
record SessionRow(String key, String type, String value) {

    static SessionRow of(String key, @Nullable Object value) {
        return new SessionRow(key, type(value), text(value));
    }

    private static String type(@Nullable Object value) {
        if (value == null) {
            return "null";
        }
        if (value instanceof Tuple) {
            return "Tuple";
        }
        if (value instanceof List<?>) {
            return "List";
        }
        if (value instanceof Map<?, ?>) {
            return "Map";
        }
        return value.getClass().getSimpleName();
    }

    /** For people, so that a text in a list looks like one; what the cookie holds is shown elsewhere. */
    private static String text(@Nullable Object value) {
        return value instanceof String text ? text : nested(value);
    }

    private static String nested(@Nullable Object value) {
        if (value instanceof String text) {
            return '"' + text + '"';
        }
        if (value instanceof Markup markup) {
            return markup.toString();
        }
        if (value instanceof byte[] bytes) {
            return HexFormat.ofDelimiter(" ").formatHex(bytes);
        }
        if (value instanceof Tuple tuple) {
            return tuple.stream().map(SessionRow::nested).collect(Collectors.joining(", ", "(", ")"));
        }
        if (value instanceof List<?> list) {
            return list.stream().map(SessionRow::nested).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> entry.getKey() + ": " + nested(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        return String.valueOf(value);
    }
}
