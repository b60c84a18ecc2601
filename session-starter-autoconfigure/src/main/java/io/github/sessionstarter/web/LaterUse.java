package io.github.sessionstarter.web;

import io.github.sessionstarter.Changes;
import io.github.sessionstarter.Opened;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A session that is opened again, outside of requests and perhaps long after. There is no response, and so no cookie. */
final class LaterUse implements SessionState {

    private final ReentrantLock lock = new ReentrantLock();
    private final SessionContext context;
    private final @Nullable String cookieValue;
    private final ChangeLog changeLog = new ChangeLog();
    private @Nullable Opened opened;
    private Runnable beforeSave = () -> {};
    private boolean accessed;
    private boolean modified;

    /** @param cookieValue what named the session last, or null where nothing does */
    LaterUse(SessionContext context, @Nullable String cookieValue) {
        this.context = context;
        this.cookieValue = cookieValue;
    }

    void run(Consumer<SessionAccess> action) {
        atomically(() -> {
            if (cookieValue == null || opened().isNew()) {
                throw new IllegalStateException("The session is over, or was not saved yet");
            }
            try {
                action.accept(new SessionAccess(new TrackedSession(this)));
            } finally {
                save();
            }
            return null;
        });
    }

    private void save() {
        beforeSave.run();
        if (changeLog.isModified()) {
            Opened present = opened();
            Changes changes = changeLog.drain(present.data());
            context.repository().save(present, changes);
        }
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
        if (opened().id() == null) {
            throw new IllegalStateException("A session that is kept in its cookie can be changed by requests alone:"
                    + " outside of them no cookie can be sent");
        }
    }

    @Override
    public void regenerate() {
        throw new IllegalStateException("Outside of a request no cookie can be sent, and so no new id");
    }

    @Override
    public void renew() {
        noteClear();
        opened().data().clear();
    }

    @Override
    public boolean isNew() {
        return false;
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
        return true;
    }

    @Override
    public boolean isCommitted() {
        return true;
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
