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

    /**
     * A map with string keys alone is a session's own, any other is foreign.
     *
     * @throws IllegalArgumentException where a key is a map or holds one: no Python has such a dict
     */
    static Object mapOf(List<? extends @Nullable Object> keysAndValues) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.size(); i += 2) {
            if (!(keysAndValues.get(i) instanceof String key)) {
                return foreign(keysAndValues.toArray());
            }
            map.put(key, keysAndValues.get(i + 1));
        }
        return map;
    }

    private static ForeignMap foreign(@Nullable Object[] items) {
        for (int i = 0; i < items.length; i += 2) {
            checkKey(items[i]);
        }
        return new ForeignMap(items);
    }

    private static void checkKey(@Nullable Object key) {
        if (key instanceof Map || key instanceof ForeignMap) {
            throw new IllegalArgumentException("A map has a key that cannot be hashed");
        }
        if (key instanceof List<?> list) {
            list.forEach(ForeignMap::checkKey);
        } else if (key instanceof PythonObject object) {
            object.arguments().forEach(ForeignMap::checkKey);
        }
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
            map.put(Plain.key(items[i]), Plain.copy(items[i + 1]));
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
