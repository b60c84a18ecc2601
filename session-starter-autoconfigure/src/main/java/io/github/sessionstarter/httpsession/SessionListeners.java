package io.github.sessionstarter.httpsession;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionActivationListener;
import jakarta.servlet.http.HttpSessionAttributeListener;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionBindingListener;
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
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * The application's listeners, which hear what requests of this node do (Servlet 6.1, section 11.3): the first that was
 * registered first, and where a session ends, last; and attributes that listen. One that fails is logged, as by Tomcat.
 */
final class SessionListeners {

    private static final Log log = LogFactory.getLog(SessionListeners.class);

    private final Supplier<? extends List<? extends EventListener>> listeners;

    /** @param listeners asked for when first there is something to hear */
    SessionListeners(Supplier<? extends List<? extends EventListener>> listeners) {
        this.listeners = listeners;
    }

    private <T extends EventListener> Stream<T> of(Class<T> type) {
        return listeners.get().stream().filter(type::isInstance).map(type::cast);
    }

    /** Who hears of something cannot prevent it: a log-out above all. */
    private static <T> void tell(T listener, Consumer<T> event) {
        try {
            event.accept(listener);
        } catch (RuntimeException e) {
            log.error(
                    "A listener of the HttpSession failed: "
                            + listener.getClass().getName(),
                    e);
        }
    }

    /** An object hears that it is, or is no longer, an attribute. */
    private static <T> void tell(Class<T> type, Object object, Consumer<T> event) {
        if (type.isInstance(object)) {
            tell(type.cast(object), event);
        }
    }

    void created(HttpSession session) {
        HttpSessionEvent event = new HttpSessionEvent(session);
        of(HttpSessionListener.class).forEach(listener -> tell(listener, heard -> heard.sessionCreated(event)));
    }

    void destroyed(HttpSession session) {
        HttpSessionEvent event = new HttpSessionEvent(session);
        List<HttpSessionListener> reversed =
                new ArrayList<>(of(HttpSessionListener.class).toList());
        Collections.reverse(reversed);
        reversed.forEach(listener -> tell(listener, heard -> heard.sessionDestroyed(event)));
    }

    void idChanged(HttpSession session, String oldId) {
        HttpSessionEvent event = new HttpSessionEvent(session);
        of(HttpSessionIdListener.class)
                .forEach(listener -> tell(listener, heard -> heard.sessionIdChanged(event, oldId)));
    }

    /** @param old what was there before, or null */
    void attributeSet(HttpSession session, String name, Object value, @Nullable Object old) {
        if (old == null) {
            tellOfAttribute(listener -> listener.attributeAdded(new HttpSessionBindingEvent(session, name, value)));
        } else {
            tellOfAttribute(listener -> listener.attributeReplaced(new HttpSessionBindingEvent(session, name, old)));
        }
    }

    void attributeRemoved(HttpSession session, String name, Object old) {
        tellOfAttribute(listener -> listener.attributeRemoved(new HttpSessionBindingEvent(session, name, old)));
    }

    void bound(HttpSession session, String name, Object value) {
        HttpSessionBindingEvent event = new HttpSessionBindingEvent(session, name, value);
        tell(HttpSessionBindingListener.class, value, listener -> listener.valueBound(event));
    }

    void unbound(HttpSession session, String name, Object old) {
        HttpSessionBindingEvent event = new HttpSessionBindingEvent(session, name, old);
        tell(HttpSessionBindingListener.class, old, listener -> listener.valueUnbound(event));
    }

    void activated(HttpSession session, Object object) {
        HttpSessionEvent event = new HttpSessionEvent(session);
        tell(HttpSessionActivationListener.class, object, listener -> listener.sessionDidActivate(event));
    }

    void passivated(HttpSession session, Object object) {
        HttpSessionEvent event = new HttpSessionEvent(session);
        tell(HttpSessionActivationListener.class, object, listener -> listener.sessionWillPassivate(event));
    }

    private void tellOfAttribute(Consumer<HttpSessionAttributeListener> event) {
        of(HttpSessionAttributeListener.class).forEach(listener -> tell(listener, event));
    }
}
