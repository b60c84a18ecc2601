package io.github.sessionstarter.httpsession;

import io.github.sessionstarter.Session;
import io.github.sessionstarter.web.SessionAccess;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * What an HttpSession knows beside its attributes. The session itself knows little of it, and does not need to; so it is
 * kept from the moment on that somebody asks, and who asks pays for it.
 */
final class SessionFacts {

    private static final Log log = LogFactory.getLog(SessionFacts.class);

    private static final SecureRandom RANDOM = new SecureRandom();

    /** 128 bits, as much as nobody guesses. */
    private static final int ID_BYTES = 16;

    private final Session session;
    private final long now;
    private final Duration lifetime;
    private @Nullable String offeredId;
    private @Nullable Long lastAccessed;

    /**
     * The facts of one request's session.
     *
     * @param now when the request came, in milliseconds since 1970
     * @param lifetime how long sessions live without a request
     */
    SessionFacts(SessionAccess access, long now, Duration lifetime) {
        this.session = access.session();
        this.now = now;
        this.lifetime = lifetime;
    }

    static String newId() {
        byte[] bytes = new byte[ID_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /**
     * The session's id: in a store the sid; else one of the session's own, which it has from now on. A session that was
     * new is kept from now on even if nothing is put into it: whoever asks for an id wants to meet it again.
     */
    String id() {
        String sid = session.getId();
        if (sid == null) {
            String id = knownId();
            keep(OwnKeys.ID, id);
            return id;
        }
        if (session.isNew()) {
            creationTime();
        }
        return sid;
    }

    /** The same, but nothing is kept for it: who asks later may get another. */
    String knownId() {
        String sid = session.getId();
        if (sid != null) {
            return sid;
        }
        if (session.get(OwnKeys.ID) instanceof String id) {
            return id;
        }
        if (offeredId == null) {
            offeredId = newId();
        }
        return offeredId;
    }

    /** Gives a session without a sid another id. */
    void changeId() {
        if (session.getId() == null) {
            session.put(OwnKeys.ID, newId());
        }
    }

    /** When the session was created; one that does not say is taken to be as old as the request that asks first. */
    long creationTime() {
        if (session.get(OwnKeys.CREATED) instanceof Number created) {
            return created.longValue();
        }
        keep(OwnKeys.CREATED, now);
        return now;
    }

    /** When the last request before this one used the session, as far as somebody has asked for it before. */
    long lastAccessedTime() {
        if (lastAccessed == null) {
            lastAccessed = session.get(OwnKeys.ACCESSED) instanceof Number accessed
                    ? Long.valueOf(accessed.longValue())
                    : Long.valueOf(creationTime());
            keep(OwnKeys.ACCESSED, now);
        }
        return lastAccessed;
    }

    /** Where somebody asks for it, each request that uses the session is noted. */
    void noteAccess() {
        if (session.containsKey(OwnKeys.ACCESSED)) {
            lastAccessedTime();
        }
    }

    /** In seconds; zero or less is for ever. */
    int maxInactiveInterval() {
        return session.get(Session.LIFETIME) instanceof Number seconds
                ? seconds.intValue()
                : (int) Math.min(lifetime.toSeconds(), Integer.MAX_VALUE);
    }

    void setMaxInactiveInterval(int seconds) {
        session.put(Session.LIFETIME, seconds);
    }

    /** An answer is worth more than its keeping. */
    private void keep(String key, Object value) {
        if (value.equals(session.get(key))) {
            return;
        }
        try {
            session.put(key, value);
        } catch (IllegalStateException e) {
            log.debug("The HttpSession was asked for " + key + " when it could not be kept any more");
        }
    }
}
