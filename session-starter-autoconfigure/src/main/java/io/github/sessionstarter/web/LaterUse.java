package io.github.sessionstarter.web;

import io.github.sessionstarter.Changes;
import io.github.sessionstarter.CookieAction;
import io.github.sessionstarter.Opened;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One use of a session outside of requests, perhaps long after. There is no response; whether the cookie can follow what
 * is changed, who begins the use knows.
 */
final class LaterUse implements SessionState {

    private final ReentrantLock lock = new ReentrantLock();
    private final SessionContext context;
    private final @Nullable String cookieValue;
    private final boolean cookieFollows;
    private final ChangeLog changeLog = new ChangeLog();
    private @Nullable Opened opened;
    private Runnable beforeSave = () -> {};
    private boolean accessed;
    private boolean modified;
    private boolean over;

    /**
     * A use that cannot change what the browser has.
     *
     * @param cookieValue what named the session last, or null where nothing does
     */
    LaterUse(SessionContext context, @Nullable String cookieValue) {
        this(context, cookieValue, false);
    }

    /** @param cookieFollows whether what {@link #save} answers reaches the browser */
    LaterUse(SessionContext context, @Nullable String cookieValue, boolean cookieFollows) {
        this.context = context;
        this.cookieValue = cookieValue;
        this.cookieFollows = cookieFollows;
    }

    void run(Consumer<SessionAccess> action) {
        atomically(() -> {
            if (cookieValue == null || opened().isNew()) {
                throw new IllegalStateException("The session is over, or was not saved yet");
            }
            try {
                use(action);
            } finally {
                save();
            }
            return null;
        });
    }

    void use(Consumer<SessionAccess> action) {
        action.accept(new SessionAccess(new TrackedSession(this)));
    }

    /** Saves what was changed, and ends the use: lists and maps that somebody still has can be read alone. */
    CookieAction save() {
        beforeSave.run();
        CookieAction action = new CookieAction.Keep();
        if (changeLog.isModified()) {
            Opened present = opened();
            Changes changes = changeLog.drain(present.data());
            action = context.repository().save(present, changes);
        }
        over = true;
        return action;
    }

    @Override
    public <T extends @Nullable Object> T atomically(Supplier<T> action) {
        lock.lock();
        try {
            return action.get();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public SessionValues values() {
        return context.values();
    }

    @Override
    public Opened opened() {
        if (opened == null) {
            opened = context.repository().open(cookieValue);
        }
        return opened;
    }

    @Override
    public void noteRead() {
        accessed = true;
    }

    @Override
    public void noteChange(String topKey) {
        noteModified(true);
        changeLog.change(topKey);
    }

    @Override
    public void noteClear() {
        noteModified(true);
        changeLog.clear();
    }

    @Override
    public void noteModified(boolean modified) {
        this.modified = modified;
        changeLog.setModified(modified);
    }

    @Override
    public void requireWritable() {
        SessionState.super.requireWritable();
        if (over) {
            throw new IllegalStateException(
                    "The session was saved: what was read from it before can no longer be changed");
        }
        if (!cookieFollows && opened().id() == null) {
            throw new IllegalStateException("A session that is kept in its cookie can be changed by requests alone:"
                    + " outside of them no cookie can be sent");
        }
    }

    @Override
    public void regenerate() {
        if (!cookieFollows) {
            throw new IllegalStateException("Outside of a request no cookie can be sent, and so no new id");
        }
        Opened before = opened();
        opened = context.repository().regenerate(before);
        if (opened != before) {
            noteModified(true);
        }
    }

    @Override
    public void renew() {
        noteClear();
        opened().data().clear();
        if (cookieFollows) {
            regenerate();
        }
    }

    @Override
    public boolean isNew() {
        return opened().isNew();
    }

    @Override
    public boolean isAccessed() {
        return accessed;
    }

    @Override
    public boolean isModified() {
        return modified;
    }

    @Override
    public boolean isNamed() {
        return cookieValue != null;
    }

    @Override
    public boolean isCommitted() {
        return !cookieFollows;
    }

    @Override
    public void beforeSave(Runnable action) {
        beforeSave = action;
    }

    @Override
    public LaterUse later() {
        return new LaterUse(context, cookieValue);
    }
}
