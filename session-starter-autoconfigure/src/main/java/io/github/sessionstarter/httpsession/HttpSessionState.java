package io.github.sessionstarter.httpsession;

import io.github.sessionstarter.Session;
import io.github.sessionstarter.web.SessionAccess;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

/** What a request knows of its HttpSession, from its first dispatch to its last. */
final class HttpSessionState implements Attributes.Migration {

    private final HttpSessionContext context;
    private final ServletContext servletContext;
    private final SessionAccess access;
    private final long now;
    private final Attributes attributes;
    private SessionFacts facts;
    private @Nullable LiveHttpSession current;
    private @Nullable String deadId;

    HttpSessionState(HttpSessionContext context, ServletContext servletContext, SessionAccess access) {
        this.context = context;
        this.servletContext = servletContext;
        this.access = access;
        this.now = context.clock().millis();
        this.attributes = new Attributes(access.session(), context.forms(), this);
        this.facts = newFacts();
        access.beforeSave(() -> {
            facts.noteAccess();
            attributes.bringBack();
        });
    }

    private SessionFacts newFacts() {
        return new SessionFacts(access, now, context.lifetime());
    }

    SessionAccess access() {
        return access;
    }

    ServletContext servletContext() {
        return servletContext;
    }

    SessionListeners listeners() {
        return context.listeners();
    }

    /**
     * The request's HttpSession.
     *
     * @return null where there is none, and none is to be created
     * @throws IllegalStateException where one is to be created and the response is committed
     */
    @Nullable
    LiveHttpSession get(boolean create) {
        return access.atomically(() -> {
            if (current != null && current.isValid()) {
                return current;
            }
            boolean isNew = access.session().isNew();
            if (isNew && isEmpty()) {
                if (!create) {
                    return null;
                }
                requireNotCommitted();
            }
            if (current != null) {
                facts = newFacts();
            }
            LiveHttpSession session = new LiveHttpSession(this, facts, attributes);
            current = session;
            if (isNew) {
                listeners().created(session);
            }
            return session;
        });
    }

    /** Servlet 6.1, section 7.7.2: each request has the attributes to itself, and so they come and go with each. */
    @Override
    public void hasCome(Object object) {
        if (current != null) {
            listeners().activated(current, object);
        }
    }

    @Override
    public void isGoing(Object object) {
        if (current != null) {
            listeners().passivated(current, object);
        }
    }

    private boolean isEmpty() {
        return access.session().keySet().stream().allMatch(Session.PERMANENT::equals);
    }

    private void requireNotCommitted() {
        if (access.isCommitted()) {
            throw new IllegalStateException("The response is committed: no cookie can be sent any more, and so no"
                    + " HttpSession created. Get it before the response's body is flushed or outgrows its buffer.");
        }
    }

    /** @throws IllegalStateException where there is no session */
    String changeId() {
        return access.atomically(() -> {
            HttpSession session = get(false);
            if (session == null) {
                throw new IllegalStateException("The request has no HttpSession whose id could be changed");
            }
            String old = session.getId();
            access.session().regenerate();
            facts.changeId();
            listeners().idChanged(session, old);
            return session.getId();
        });
    }

    boolean isNamed() {
        return access.isNamed();
    }

    boolean isRequestedIdValid() {
        return access.isNamed() && !access.session().isNew();
    }

    /** Never what the cookie holds, which may be the whole session: where it names none, an id that none has. */
    @Nullable
    String requestedId() {
        return access.atomically(() -> {
            if (!access.isNamed()) {
                return null;
            }
            if (isRequestedIdValid()) {
                return facts.knownId();
            }
            if (deadId == null) {
                deadId = SessionFacts.newId();
            }
            return deadId;
        });
    }

    HttpSession.Accessor accessor() {
        return action -> access.later(later -> {
            HttpSession session = new HttpSessionState(context, servletContext, later).get(false);
            action.accept(session);
        });
    }
}
