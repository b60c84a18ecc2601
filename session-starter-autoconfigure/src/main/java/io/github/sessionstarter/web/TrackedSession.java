package io.github.sessionstarter.web;

import io.github.sessionstarter.Changes;
import io.github.sessionstarter.FlashMessage;
import io.github.sessionstarter.Session;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the application sees of a session: the map over a request's state, or a later use's. The first call that needs it
 * opens it.
 */
final class TrackedSession extends LiveMap implements Session {

    private final SessionState state;
    private @Nullable List<FlashMessage> consumed;

    TrackedSession(SessionState state) {
        super(state);
        this.state = state;
    }

    /** What is known of it. */
    SessionState state() {
        return state;
    }

    /** The flashed messages that were taken out of it, or null where none were asked for. */
    @Nullable
    List<FlashMessage> consumedFlashMessages() {
        return consumed;
    }

    void keepConsumedFlashMessages(List<FlashMessage> messages) {
        consumed = messages;
    }

    @Override
    Map<String, @Nullable Object> data() {
        return state.opened().data();
    }

    @Override
    Path pathOf(String key) {
        return Path.ofKey(key);
    }

    @Override
    void noteClear() {
        state.noteClear();
    }

    /** A session with an id keeps whether it is permanent, as Flask-Session's does; a cookie session keeps nothing. */
    @Override
    public void clear() {
        atomically(() -> {
            boolean permanent = isPermanent();
            super.clear();
            if (getId() != null) {
                setPermanent(permanent);
            }
            return null;
        });
    }

    /** Counts as a change even where the map is empty, as in Flask. */
    @Override
    public void putAll(Map<? extends String, ? extends @Nullable Object> map) {
        atomically(() -> {
            super.putAll(map);
            setModified(true);
            return null;
        });
    }

    @Override
    public @Nullable String getId() {
        return atomically(() -> {
            state.noteRead();
            return state.opened().id();
        });
    }

    @Override
    public boolean isNew() {
        return atomically(() -> {
            state.noteRead();
            return state.isNew();
        });
    }

    @Override
    public boolean isModified() {
        return state.isModified();
    }

    @Override
    public void setModified(boolean modified) {
        atomically(() -> {
            state.requireWritable();
            state.noteModified(modified);
            return null;
        });
    }

    @Override
    public boolean isAccessed() {
        return state.isAccessed();
    }

    @Override
    public boolean isPermanent() {
        return Changes.isPermanent(this);
    }

    @Override
    public void setPermanent(boolean permanent) {
        put(PERMANENT, permanent);
    }

    @Override
    public void regenerate() {
        atomically(() -> {
            state.requireWritable();
            state.regenerate();
            return null;
        });
    }

    @Override
    public <T> @Nullable T get(String key, Class<T> type) {
        return atomically(() -> {
            Object value = get(key);
            return value == null ? null : state.values().convert(value, type, pathOf(key));
        });
    }

    @Override
    public <T> Optional<T> find(String key, Class<T> type) {
        return Optional.ofNullable(get(key, type));
    }

    /** Shows no data. */
    @Override
    public String toString() {
        return "Session[accessed=" + isAccessed() + ", modified=" + isModified() + "]";
    }
}
