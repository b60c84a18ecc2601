package io.github.sessionstarter.web;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A map of the session as the application sees it: what is put is copied, what is read is live, and every change is
 * noted. Each call is atomic; an iteration runs over the keys that were there when it began.
 */
abstract class LiveMap extends AbstractMap<String, @Nullable Object> {

    final Tracker tracker;

    LiveMap(Tracker tracker) {
        this.tracker = tracker;
    }

    /** The data themselves, in the session's own form. */
    abstract Map<String, @Nullable Object> data();

    abstract Path pathOf(String key);

    /** Notes that everything is about to be removed, or was. */
    abstract void noteClear();

    <T extends @Nullable Object> T atomically(Supplier<T> action) {
        return tracker.atomically(action);
    }

    @Override
    public int size() {
        return atomically(() -> {
            tracker.noteRead();
            return data().size();
        });
    }

    @Override
    public boolean isEmpty() {
        return size() == 0;
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return atomically(() -> {
            tracker.noteRead();
            return data().containsKey(key);
        });
    }

    @Override
    public @Nullable Object get(@Nullable Object key) {
        return atomically(() -> {
            tracker.noteRead();
            Object value = data().get(key);
            return key instanceof String text ? Live.view(tracker, value, pathOf(text)) : null;
        });
    }

    @Override
    public @Nullable Object put(String key, @Nullable Object value) {
        return atomically(() -> {
            tracker.requireWritable();
            Object copy = copy(key, value);
            tracker.noteChange(pathOf(key).topKey());
            return data().put(key, copy);
        });
    }

    private @Nullable Object copy(@Nullable String key, @Nullable Object value) {
        if (key == null) {
            throw new IllegalArgumentException("A key of a session is a String, not null");
        }
        return tracker.values().copy(key, value, pathOf(key));
    }

    @Override
    public void putAll(Map<? extends String, ? extends @Nullable Object> map) {
        atomically(() -> {
            tracker.requireWritable();
            // all or nothing: one may be refused
            Map<String, @Nullable Object> copies = new LinkedHashMap<>();
            map.forEach((key, value) -> copies.put(key, copy(key, value)));
            copies.keySet().forEach(key -> tracker.noteChange(pathOf(key).topKey()));
            data().putAll(copies);
            return null;
        });
    }

    @Override
    public @Nullable Object remove(@Nullable Object key) {
        return atomically(() -> {
            tracker.requireWritable();
            if (!(key instanceof String text) || !containsKey(text)) {
                return null;
            }
            tracker.noteChange(pathOf(text).topKey());
            return data().remove(text);
        });
    }

    @Override
    public void clear() {
        atomically(() -> {
            tracker.requireWritable();
            noteClear();
            data().clear();
            return null;
        });
    }

    @Override
    public Set<String> keySet() {
        return new Keys();
    }

    @Override
    public Set<Entry<String, @Nullable Object>> entrySet() {
        return new Entries();
    }

    // What Map composes of several calls is one call here, and hands out the live value, not what was put.

    @Override
    public @Nullable Object getOrDefault(@Nullable Object key, @Nullable Object defaultValue) {
        return atomically(() -> containsKey(key) ? get(key) : defaultValue);
    }

    @Override
    public @Nullable Object putIfAbsent(String key, @Nullable Object value) {
        return atomically(() -> super.putIfAbsent(key, value));
    }

    @Override
    public @Nullable Object computeIfAbsent(String key, Function<? super String, ? extends @Nullable Object> function) {
        return atomically(() -> {
            super.computeIfAbsent(key, function);
            return get(key);
        });
    }

    @Override
    public @Nullable Object computeIfPresent(
            String key, BiFunction<? super String, ? super @Nullable Object, ? extends @Nullable Object> function) {
        return atomically(() -> {
            super.computeIfPresent(key, function);
            return get(key);
        });
    }

    @Override
    public @Nullable Object compute(
            String key, BiFunction<? super String, ? super @Nullable Object, ? extends @Nullable Object> function) {
        return atomically(() -> {
            super.compute(key, function);
            return get(key);
        });
    }

    @Override
    public @Nullable Object merge(
            String key,
            @Nullable Object value,
            BiFunction<? super @Nullable Object, ? super @Nullable Object, ? extends @Nullable Object> function) {
        return atomically(() -> {
            super.merge(key, value, function);
            return get(key);
        });
    }

    @Override
    public @Nullable Object replace(String key, @Nullable Object value) {
        return atomically(() -> super.replace(key, value));
    }

    @Override
    public boolean replace(String key, @Nullable Object oldValue, @Nullable Object newValue) {
        return atomically(() -> super.replace(key, oldValue, newValue));
    }

    @Override
    public boolean remove(@Nullable Object key, @Nullable Object value) {
        return atomically(() -> super.remove(key, value));
    }

    @Override
    public void replaceAll(BiFunction<? super String, ? super @Nullable Object, ? extends @Nullable Object> function) {
        atomically(() -> {
            super.replaceAll(function);
            return null;
        });
    }

    @Override
    public void forEach(BiConsumer<? super String, ? super @Nullable Object> action) {
        entrySet().forEach(entry -> action.accept(entry.getKey(), entry.getValue()));
    }

    private final class Keys extends AbstractSet<String> {

        @Override
        public int size() {
            return LiveMap.this.size();
        }

        @Override
        public boolean contains(@Nullable Object key) {
            return containsKey(key);
        }

        @Override
        public boolean remove(@Nullable Object key) {
            return atomically(() -> {
                boolean present = containsKey(key);
                LiveMap.this.remove(key);
                return present;
            });
        }

        @Override
        public void clear() {
            LiveMap.this.clear();
        }

        @Override
        public Iterator<String> iterator() {
            return new KeyIterator();
        }
    }

    private final class Entries extends AbstractSet<Entry<String, @Nullable Object>> {

        @Override
        public int size() {
            return LiveMap.this.size();
        }

        @Override
        public void clear() {
            LiveMap.this.clear();
        }

        @Override
        public Iterator<Entry<String, @Nullable Object>> iterator() {
            return new EntryIterator();
        }
    }

    private final class KeyIterator implements Iterator<String> {

        private final Iterator<String> keys;
        private @Nullable String last;

        KeyIterator() {
            keys = atomically(() -> {
                        tracker.noteRead();
                        return new ArrayList<>(data().keySet());
                    })
                    .iterator();
        }

        @Override
        public boolean hasNext() {
            return keys.hasNext();
        }

        @Override
        public String next() {
            last = keys.next();
            return last;
        }

        @Override
        public void remove() {
            if (last == null) {
                throw new IllegalStateException();
            }
            LiveMap.this.remove(last);
            last = null;
        }
    }

    private final class EntryIterator implements Iterator<Entry<String, @Nullable Object>> {

        private final KeyIterator keys = new KeyIterator();

        @Override
        public boolean hasNext() {
            return keys.hasNext();
        }

        @Override
        public Entry<String, @Nullable Object> next() {
            String key = keys.next();
            return new LiveEntry(key, get(key));
        }

        @Override
        public void remove() {
            keys.remove();
        }
    }

    private final class LiveEntry extends SimpleEntry<String, @Nullable Object> {

        private static final long serialVersionUID = 1L;

        LiveEntry(String key, @Nullable Object value) {
            super(key, value);
        }

        @Override
        public @Nullable Object setValue(@Nullable Object value) {
            put(getKey(), value);
            return super.setValue(get(getKey()));
        }
    }
}
