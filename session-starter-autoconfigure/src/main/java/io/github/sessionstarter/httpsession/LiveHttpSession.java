package io.github.sessionstarter.httpsession;

import io.github.sessionstarter.Session;
import io.github.sessionstarter.web.SessionAccess;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpSession;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A request's session as an HttpSession: its attributes are the session's keys. All calls are atomic. It belongs to the
 * request; other requests of the same session have others.
 */
final class LiveHttpSession implements HttpSession {

    private final HttpSessionState request;
    private final SessionAccess access;
    private final SessionFacts facts;
    private final Attributes attributes;
    private boolean invalid;

    LiveHttpSession(HttpSessionState request, SessionFacts facts, Attributes attributes) {
        this.request = request;
        this.access = request.access();
        this.facts = facts;
        this.attributes = attributes;
    }

    private <T extends @Nullable Object> T whileValid(Supplier<T> action) {
        return access.atomically(() -> {
            if (invalid) {
                throw new IllegalStateException("The HttpSession was invalidated");
            }
            return action.get();
        });
    }

    boolean isValid() {
        return !invalid;
    }

    @Override
    public long getCreationTime() {
        return whileValid(facts::creationTime);
    }

    @Override
    public String getId() {
        return whileValid(facts::id);
    }

    @Override
    public long getLastAccessedTime() {
        return whileValid(facts::lastAccessedTime);
    }

    @Override
    public ServletContext getServletContext() {
        return request.servletContext();
    }

    /**
     * Sets how long this one session lives without a request.
     *
     * @param interval in seconds; zero or less: for ever, or what comes near to it
     */
    @Override
    public void setMaxInactiveInterval(int interval) {
        whileValid(() -> {
            facts.setMaxInactiveInterval(interval);
            return null;
        });
    }

    @Override
    public int getMaxInactiveInterval() {
        return whileValid(facts::maxInactiveInterval);
    }

    @Override
    public @Nullable Object getAttribute(String name) {
        return whileValid(() -> attributes.get(requireName(name)));
    }

    @Override
    public Enumeration<String> getAttributeNames() {
        return whileValid(() -> Collections.enumeration(attributes.names()));
    }

    /** Servlet 6.1, section 7.4: told before it can be got, or after it can be got no more. */
    @Override
    public void setAttribute(String name, @Nullable Object value) {
        if (value == null) {
            removeAttribute(name);
            return;
        }
        whileValid(() -> {
            Object old = attributes.get(requireName(name));
            if (old != value) {
                request.listeners().bound(this, name, value);
            }
            attributes.set(name, value);
            if (old != value && old != null) {
                request.listeners().unbound(this, name, old);
            }
            request.listeners().attributeSet(this, name, value, old);
            return null;
        });
    }

    @Override
    public void removeAttribute(String name) {
        whileValid(() -> {
            Object old = attributes.get(requireName(name));
            attributes.remove(name);
            if (old != null) {
                unbound(name, old);
            }
            return null;
        });
    }

    private void unbound(String name, Object old) {
        request.listeners().unbound(this, name, old);
        request.listeners().attributeRemoved(this, name, old);
    }

    private static String requireName(@Nullable String name) {
        if (name == null) {
            throw new IllegalArgumentException("The name of an HttpSession's attribute is null");
        }
        return name;
    }

    /** Listeners hear of it while its attributes can still be got, and then of each attribute. It ends whatever they do. */
    @Override
    public void invalidate() {
        whileValid(() -> {
            Map<String, Object> present = Map.of();
            try {
                request.listeners().destroyed(this);
                present = attributes.present();
            } finally {
                access.end();
            }
            attributes.forget();
            present.forEach(this::unbound);
            invalid = true;
            return null;
        });
    }

    @Override
    public boolean isNew() {
        return whileValid(() -> access.session().isNew());
    }

    @Override
    public Accessor getAccessor() {
        return whileValid(() -> request.accessor());
    }

    /** Shows no id and no data. */
    @Override
    public String toString() {
        return "HttpSession of " + Session.class.getName();
    }
}
