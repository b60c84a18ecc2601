package io.github.sessionstarter.repository;

import io.github.sessionstarter.Changes;
import io.github.sessionstarter.Opened;
import io.github.sessionstarter.Session;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What one request does to a session, whatever it finds there.
 *
 * @param keys those that it changes
 * @param clears whether it removes everything first
 */
record Deed(Set<String> keys, boolean clears, Consumer<Map<String, Object>> action) {

    static Deed put(String key, Object value) {
        return new Deed(Set.of(key), false, data -> data.put(key, value));
    }

    static Deed putAll(Map<String, Object> values) {
        return new Deed(values.keySet(), false, data -> data.putAll(values));
    }

    static Deed remove(String key) {
        return new Deed(Set.of(key), false, data -> data.remove(key));
    }

    /** It puts back that the session is permanent, as it was when the request opened it. */
    static Deed clearThenPut(String key, Object value) {
        return new Deed(Set.of(Session.PERMANENT, key), true, data -> {
            data.clear();
            data.put(Session.PERMANENT, true);
            data.put(key, value);
        });
    }

    Changes doneTo(Opened opened) {
        action.accept(opened.data());
        return new Changes(opened.data(), keys, clears, true);
    }

    Map<String, Object> doneTo(Map<String, Object> data) {
        Map<String, Object> after = new LinkedHashMap<>(data);
        action.accept(after);
        return after;
    }
}
