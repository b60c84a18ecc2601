package io.github.sessionstarter.httpsession;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionAttributeListener;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionIdListener;
import jakarta.servlet.http.HttpSessionListener;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EventListener;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The application's listeners, which hear what requests of this node do (Servlet 6.1, section 11.3): the first that was
 * registered first, and where a session ends, last.
 */
final class SessionListeners {

    private final Supplier<? extends List<? extends EventListener>> listeners;

    /** @param listeners asked for when first there is something to hear */
    SessionListeners(Supplier<? extends List<? extends EventListener>> listeners) {
        this.listeners = listeners;
    }

    private <T extends EventListener> Stream<T> of(Class<T> type) {
        return listeners.get().stream().filter(type::isInstance).map(type::cast);
    }

    void created(HttpSession session) {
        HttpSessionEvent event = new HttpSessionEvent(session);
        of(HttpSessionListener.class).forEach(listener -> listener.sessionCreated(event));
    }

    void destroyed(HttpSession session) {
        HttpSessionEvent event = new HttpSessionEvent(session);
        List<HttpSessionListener> reversed =
                new ArrayList<>(of(HttpSessionListener.class).toList());
        Collections.reverse(reversed);
        reversed.forEach(listener -> listener.sessionDestroyed(event));
    }

    void idChanged(HttpSession session, String oldId) {
        HttpSessionEvent event = new HttpSessionEvent(session);
        of(HttpSessionIdListener.class).forEach(listener -> listener.sessionIdChanged(event, oldId));
    }

    /** @param old what was there before, or null */
    void attributeSet(HttpSession session, String name, Object value, @Nullable Object old) {
        if (old == null) {
            tell(listener -> listener.attributeAdded(new HttpSessionBindingEvent(session, name, value)));
        } else {
            tell(listener -> listener.attributeReplaced(new HttpSessionBindingEvent(session, name, old)));
        }
    }

    void attributeRemoved(HttpSession session, String name, Object old) {
        tell(listener -> listener.attributeRemoved(new HttpSessionBindingEvent(session, name, old)));
    }

    private void tell(Consumer<HttpSessionAttributeListener> event) {
        of(HttpSessionAttributeListener.class).forEach(event);
    }
}
