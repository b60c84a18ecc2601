package io.github.sessionstarter.serialization;

import io.github.sessionstarter.ForeignValue;
import io.github.sessionstarter.Tuple;
import java.util.ArrayList;
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

    static List<@Nullable Object> copies(List<?> elements) {
        List<@Nullable Object> copies = new ArrayList<>(elements.size());
        for (Object element : elements) {
            copies.add(copy(element));
        }
        return copies;
    }
}
