package io.github.sessionstarter.serialization;

import io.github.sessionstarter.ForeignValue;
import io.github.sessionstarter.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values in the session's own form: copies that share nothing mutable, in which no value is foreign. */
final class Plain {

    private Plain() {}

    static @Nullable Object copy(@Nullable Object value) {
        if (value instanceof ForeignValue foreign) {
            return foreign.plain();
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> copy = new LinkedHashMap<>();
            map.forEach((key, element) -> copy.put((String) key, copy(element)));
            return copy;
        }
        if (value instanceof Tuple tuple) {
            return Tuple.copyOf(copies(tuple));
        }
        if (value instanceof List<?> list) {
            return copies(list);
        }
        return value instanceof byte[] bytes ? bytes.clone() : value;
    }

    /** A key of a map as text, in the words that the value has in JSON. */
    static String key(@Nullable Object key) {
        StringBuilder text = new StringBuilder();
        append(text, copy(key));
        return text.toString();
    }

    private static void append(StringBuilder text, @Nullable Object plain) {
        if (plain instanceof byte[] bytes) {
            text.append(Base64.getEncoder().encodeToString(bytes));
        } else if (plain instanceof Instant instant) {
            text.append(IsoText.of(instant));
        } else if (plain instanceof List<?> list) {
            String separator = "[";
            for (Object element : list) {
                append(text.append(separator), element);
                separator = ", ";
            }
            text.append(list.isEmpty() ? "[]" : "]");
        } else {
            text.append(plain);
        }
    }

    static List<@Nullable Object> copies(List<?> elements) {
        List<@Nullable Object> copies = new ArrayList<>(elements.size());
        for (Object element : elements) {
            copies.add(copy(element));
        }
        return copies;
    }
}
