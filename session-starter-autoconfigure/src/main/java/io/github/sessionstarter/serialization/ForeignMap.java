package io.github.sessionstarter.serialization;

import io.github.sessionstarter.ForeignValue;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A map with keys other than strings. Pickle and msgpack have such maps, JSON has their text for keys. */
final class ForeignMap implements ForeignValue {

    /** Key, value, key, value… Nobody outside the package sees them, and nobody inside changes them. */
    private final @Nullable Object[] items;

    private ForeignMap(@Nullable Object[] items) {
        this.items = items;
    }

    /** A map with string keys alone is a session's own, any other is foreign. */
    static Object mapOf(List<? extends @Nullable Object> keysAndValues) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.size(); i += 2) {
            if (!(keysAndValues.get(i) instanceof String key)) {
                return new ForeignMap(keysAndValues.toArray());
            }
            map.put(key, keysAndValues.get(i + 1));
        }
        return map;
    }

    int size() {
        return items.length / 2;
    }

    List<@Nullable Object> items() {
        return Arrays.asList(items);
    }

    @Override
    public Map<String, @Nullable Object> plain() {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (int i = 0; i < items.length; i += 2) {
            map.put(String.valueOf(Plain.copy(items[i])), Plain.copy(items[i + 1]));
        }
        return map;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ForeignMap map && Arrays.deepEquals(items, map.items);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(items);
    }

    @Override
    public String toString() {
        return "ForeignValue[map with keys other than strings]";
    }
}
