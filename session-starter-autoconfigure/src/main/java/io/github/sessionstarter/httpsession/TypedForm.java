package io.github.sessionstarter.httpsession;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An object that only Java knows. Flask peers see a dict with a text and carry it along.
 *
 * @param json with the types of whatever does not tell its own
 */
record TypedForm(String json) implements Form {

    private static final String KEY = "@json";
    private static final String NOTE = "json";

    /**
     * A value of the session as what it stands for, or null where it is another kind of value. Its looks alone do not
     * count: an application may keep what strangers send.
     *
     * @param note what the session keeps beside it
     */
    static @Nullable TypedForm of(Object value, @Nullable String note) {
        return NOTE.equals(note)
                        && value instanceof Map<?, ?> map
                        && map.size() == 1
                        && map.get(KEY) instanceof String json
                ? new TypedForm(json)
                : null;
    }

    @Override
    public Map<String, String> stored() {
        return Map.of(KEY, json);
    }

    @Override
    public String note() {
        return NOTE;
    }

    @Override
    public boolean isSame(Form other) {
        return equals(other);
    }

    /** Shows no value. */
    @Override
    public String toString() {
        return "TypedForm[" + json.length() + " characters]";
    }
}
