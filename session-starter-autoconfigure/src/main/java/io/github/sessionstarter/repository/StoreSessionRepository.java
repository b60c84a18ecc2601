package io.github.sessionstarter.repository;

import io.github.sessionstarter.Changes;
import io.github.sessionstarter.CookieAction;
import io.github.sessionstarter.Opened;
import io.github.sessionstarter.Opened.Rejection;
import io.github.sessionstarter.Session;
import io.github.sessionstarter.SessionRepository;
import io.github.sessionstarter.SessionStore;
import io.github.sessionstarter.SessionStore.StoredValue;
import io.github.sessionstarter.SessionStoreException;
import io.github.sessionstarter.serialization.SessionFormat;
import io.github.sessionstarter.signing.BadSignatureException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Keeps sessions in a {@link SessionStore}, and in the cookie their ids; Flask-Session's {@code
 * ServerSideSessionInterface} ({@code flask_session/base.py}).
 *
 * <p>Better than there: a record that others changed meanwhile is not overwritten but merged with, and one that others
 * deleted is not written back.
 */
public final class StoreSessionRepository implements SessionRepository {

    private static final Log log = LogFactory.getLog(StoreSessionRepository.class);

    /** So long after it was read a record is taken to be there still, unless this node knows better. */
    private static final Duration TRUSTED = Duration.ofSeconds(1);

    private final SessionStore store;
    private final SessionFormat format;
    private final SessionIds ids;
    private final SessionLifetime lifetime;
    private final Clock clock;
    private final RecordWriter writer;
    private final RefreshTimes refreshTimes;

    /** @param format writes records, and reads what its own and Flask-Session's other formats wrote */
    public StoreSessionRepository(
            SessionStore store, SessionFormat format, SessionIds ids, SessionLifetime lifetime, Clock clock) {
        this.store = new TranslatedStore(store);
        this.format = format;
        this.ids = ids;
        this.lifetime = lifetime;
        this.clock = clock;
        this.writer = new RecordWriter(this.store, format, lifetime);
        this.refreshTimes = new RefreshTimes(lifetime.refreshInterval());
    }

    @Override
    public Opened open(@Nullable String cookieValue) {
        if (cookieValue == null || cookieValue.isEmpty()) {
            return fresh(Opened.fresh());
        }
        String id;
        try {
            id = ids.fromCookie(cookieValue);
        } catch (BadSignatureException e) {
            return fresh(Opened.rejected(Rejection.BAD_SIGNATURE));
        }
        if (id == null) {
            return fresh(Opened.rejected(Rejection.UNKNOWN));
        }
        String key = ids.keyOf(id);
        Instant now = clock.instant();
        boolean refresh = lifetime.refreshEachRequest() && refreshTimes.isDue(key, now);
        StoredValue value = store.load(key, refresh ? lifetime.lifetime() : null);
        if (value == null) {
            return fresh(Opened.rejected(Rejection.UNKNOWN));
        }
        if (refresh) {
            refreshTimes.note(key, now);
        }
        return existing(id, StoredRecord.of(key, value, now, refresh), value.value());
    }

    private Opened existing(String id, StoredRecord stored, byte[] value) {
        Map<String, @Nullable Object> data;
        try {
            data = format.read(value);
        } catch (RuntimeException | StackOverflowError e) {
            return fresh(Opened.rejected(Rejection.UNREADABLE));
        }
        if (StoredRecord.isEmpty(data)) {
            // older Flask-Sessions store an empty record for whatever id they are shown: it proves nothing
            return fresh(Opened.rejected(Rejection.UNKNOWN));
        }
        Duration own = SessionLifetime.ownOf(data);
        if (own != null && lifetime.refreshEachRequest()) {
            // only the record tells it, and loading prolonged it by the others', if at all
            store.touch(Objects.requireNonNull(stored.key()), own);
            stored.setRefreshed();
        }
        return Opened.existing(data).withId(id).withMemory(stored);
    }

    private Opened fresh(Opened opened) {
        if (lifetime.permanent()) {
            opened.data().put(Session.PERMANENT, true);
        }
        return opened.withId(ids.generate()).withMemory(StoredRecord.none());
    }

    @Override
    public Opened regenerate(Opened opened) {
        return opened.withId(ids.generate());
    }

    @Override
    public CookieAction save(Opened opened, Changes changes) {
        StoredRecord stored = (StoredRecord) Objects.requireNonNull(opened.memory());
        if (stored.isLost()) {
            return new CookieAction.Withdraw();
        }
        if (StoredRecord.isEmpty(changes.data())) {
            return changes.modified() ? remove(opened, stored, changes) : new CookieAction.Keep();
        }
        if (!changes.modified()) {
            boolean isThere = ids.keyOf(Objects.requireNonNull(opened.id())).equals(stored.key());
            boolean refreshes =
                    isThere && stored.isRefreshed() && lifetime.shouldSetCookie(changes, null, clock.instant());
            return refreshes ? refresh(opened, stored, changes) : new CookieAction.Keep();
        }
        return after(
                writer.write(stored, ids.keyOf(Objects.requireNonNull(opened.id())), opened.data(), changes),
                opened,
                changes);
    }

    /** An id that a log-in beside this request has replaced must not take the browser's new one away. */
    private CookieAction refresh(Opened opened, StoredRecord stored, Changes changes) {
        String key = Objects.requireNonNull(stored.key());
        boolean there = !writer.isGone(key)
                && (clock.instant().isBefore(stored.loaded().plus(TRUSTED))
                        || isStillThere(key, lifetime.of(changes.data())));
        return there ? cookie(opened, changes) : new CookieAction.Withdraw();
    }

    /** Who only reads is served, whatever becomes of the store meanwhile. */
    private boolean isStillThere(String key, Duration timeToLive) {
        try {
            return store.touch(key, timeToLive);
        } catch (SessionStoreException e) {
            log.warn("A session was not prolonged. " + e.getMessage());
            return false;
        }
    }

    private CookieAction remove(Opened opened, StoredRecord stored, Changes changes) {
        return after(writer.remove(stored, opened.data(), changes), opened, changes);
    }

    private CookieAction after(RecordWriter.Result result, Opened opened, Changes changes) {
        return switch (result) {
            case WRITTEN -> cookie(opened, changes);
            case REMOVED -> new CookieAction.Delete();
            // a deletion would hit the new cookie of a log-in that runs beside this request
            case LOST -> new CookieAction.Withdraw();
        };
    }

    private CookieAction cookie(Opened opened, Changes changes) {
        String value = ids.toCookie(Objects.requireNonNull(opened.id()));
        return new CookieAction.SetValue(value, lifetime.cookieExpiry(changes, clock.instant()));
    }

    @Override
    public @Nullable String refusal(@Nullable Object value) {
        return format.refusal(value);
    }
}
