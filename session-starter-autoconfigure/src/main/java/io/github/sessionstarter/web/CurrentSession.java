package io.github.sessionstarter.web;

import io.github.sessionstarter.Session;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.ImportRuntimeHints;

/**
 * The bean: forwards every call to the session of the request that the calling thread handles, as Flask's {@code
 * session} does ({@code werkzeug.local.LocalProxy}). Outside a request every call throws, but {@code equals}, {@code
 * hashCode} and {@code toString}, which are those of the bean itself.
 */
@ImportRuntimeHints(SessionHints.class)
public final class CurrentSession implements Session {

    private static Session session() {
        return SessionBinding.current();
    }

    @Override
    public @Nullable String getId() {
        return session().getId();
    }

    @Override
    public boolean isNew() {
        return session().isNew();
    }

    @Override
    public boolean isModified() {
        return session().isModified();
    }

    @Override
    public void setModified(boolean modified) {
        session().setModified(modified);
    }

    @Override
    public boolean isAccessed() {
        return session().isAccessed();
    }

    @Override
    public boolean isPermanent() {
        return session().isPermanent();
    }

    @Override
    public void setPermanent(boolean permanent) {
        session().setPermanent(permanent);
    }

    @Override
    public void regenerate() {
        session().regenerate();
    }

    @Override
    public <T> @Nullable T get(String key, Class<T> type) {
        return session().get(key, type);
    }

    @Override
    public <T> Optional<T> find(String key, Class<T> type) {
        return session().find(key, type);
    }

    @Override
    public int size() {
        return session().size();
    }

    @Override
    public boolean isEmpty() {
        return session().isEmpty();
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return session().containsKey(key);
    }

    @Override
    public boolean containsValue(@Nullable Object value) {
        return session().containsValue(value);
    }

    @Override
    public @Nullable Object get(@Nullable Object key) {
        return session().get(key);
    }

    @Override
    public @Nullable Object getOrDefault(@Nullable Object key, @Nullable Object defaultValue) {
        return session().getOrDefault(key, defaultValue);
    }

    @Override
    public @Nullable Object put(String key, @Nullable Object value) {
        return session().put(key, value);
    }

    @Override
    public @Nullable Object putIfAbsent(String key, @Nullable Object value) {
        return session().putIfAbsent(key, value);
    }

    @Override
    public void putAll(Map<? extends String, ? extends @Nullable Object> map) {
        session().putAll(map);
    }

    @Override
    public @Nullable Object remove(@Nullable Object key) {
        return session().remove(key);
    }

    @Override
    public boolean remove(@Nullable Object key, @Nullable Object value) {
        return session().remove(key, value);
    }

    @Override
    public @Nullable Object replace(String key, @Nullable Object value) {
        return session().replace(key, value);
    }

    @Override
    public boolean replace(String key, @Nullable Object oldValue, @Nullable Object newValue) {
        return session().replace(key, oldValue, newValue);
    }

    @Override
    public void replaceAll(BiFunction<? super String, ? super @Nullable Object, ? extends @Nullable Object> function) {
        session().replaceAll(function);
    }

    @Override
    public @Nullable Object computeIfAbsent(String key, Function<? super String, ? extends @Nullable Object> function) {
        return session().computeIfAbsent(key, function);
    }

    @Override
    public @Nullable Object computeIfPresent(
            String key, BiFunction<? super String, ? super @Nullable Object, ? extends @Nullable Object> function) {
        return session().computeIfPresent(key, function);
    }

    @Override
    public @Nullable Object compute(
            String key, BiFunction<? super String, ? super @Nullable Object, ? extends @Nullable Object> function) {
        return session().compute(key, function);
    }

    @Override
    public @Nullable Object merge(
            String key,
            @Nullable Object value,
            BiFunction<? super @Nullable Object, ? super @Nullable Object, ? extends @Nullable Object> function) {
        return session().merge(key, value, function);
    }

    @Override
    public void clear() {
        session().clear();
    }

    @Override
    public Set<String> keySet() {
        return session().keySet();
    }

    @Override
    public Collection<@Nullable Object> values() {
        return session().values();
    }

    @Override
    public Set<Entry<String, @Nullable Object>> entrySet() {
        return session().entrySet();
    }

    @Override
    public void forEach(BiConsumer<? super String, ? super @Nullable Object> action) {
        session().forEach(action);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    @Override
    public String toString() {
        return "Session of the current request";
    }
}
