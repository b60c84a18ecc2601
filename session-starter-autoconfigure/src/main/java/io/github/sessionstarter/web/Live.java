package io.github.sessionstarter.web;

import io.github.sessionstarter.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the application sees of a value that lies in the session. */
final class Live {

    private Live() {}

    /** A live view of a list or map, a copy of bytes, anything else (it cannot change) itself. */
    @SuppressWarnings("unchecked")
    static @Nullable Object view(Tracker tracker, @Nullable Object value, Path path) {
        if (value instanceof Map<?, ?> map) {
            return new NestedMap(tracker, path, (Map<String, @Nullable Object>) map);
        }
        if (value instanceof Tuple tuple) {
            return view(tracker, tuple, path);
        }
        if (value instanceof List<?> list) {
            return new LiveList(tracker, path, (List<@Nullable Object>) list);
        }
        return value instanceof byte[] bytes ? bytes.clone() : value;
    }

    private static Tuple view(Tracker tracker, Tuple tuple, Path path) {
        List<@Nullable Object> views = new ArrayList<>(tuple.size());
        boolean same = true;
        for (Object element : tuple) {
            Object view = view(tracker, element, path.child(views.size()));
            same &= view == element;
            views.add(view);
        }
        return same ? tuple : Tuple.copyOf(views);
    }

    /** A map that lies somewhere below a key of the session. */
    private static final class NestedMap extends LiveMap {

        private final Path path;
        private final Map<String, @Nullable Object> data;

        NestedMap(Tracker tracker, Path path, Map<String, @Nullable Object> data) {
            super(tracker);
            this.path = path;
            this.data = data;
        }

        @Override
        Map<String, @Nullable Object> data() {
            return data;
        }

        @Override
        Path pathOf(String key) {
            return path.child(key);
        }

        @Override
        void noteClear() {
            if (!data.isEmpty()) {
                tracker.noteChange(path.topKey());
            }
        }
    }
}
