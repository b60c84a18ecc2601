package io.github.sessionstarter.web;

import io.github.sessionstarter.CookieAction;
import io.github.sessionstarter.Opened;
import io.github.sessionstarter.SessionStoreException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * What a request knows of its session, from its first dispatch to its last: opened or not, read or changed, saved or
 * not. Forwards, asynchronous and error dispatches share it.
 *
 * <p>One lock guards all of it, the data included. It is held while the repository opens and saves, and nobody waits for
 * it but other threads of the same request.
 */
final class RequestSession implements SessionState {

    private static final Log log = LogFactory.getLog(RequestSession.class);

    private final ReentrantLock lock = new ReentrantLock();
    private final SessionContext context;
    private final HttpServletRequest request;
    private final SessionHeaders headers;
    private final ChangeLog changeLog = new ChangeLog();
    private final BodyProgress body = new BodyProgress();
    private final BrowserCookie browserCookie = new BrowserCookie();
    private final Opening opening;

    /** What others show of the session and hold as objects of their own goes back into it by this. */
    private Runnable beforeSave = () -> {};

    private HttpServletResponse response;
    private boolean isNew;
    private boolean accessed;
    private boolean everModified;
    private boolean refreshTried;
    private boolean saved;

    /** Whether session and headers are as they should be when the response commits now. */
    private volatile boolean settled;

    /** What settling threw where nobody heard of it. */
    private @Nullable RuntimeException unheard;

    private int depth;
    private boolean over;

    RequestSession(SessionContext context, HttpServletRequest request, HttpServletResponse response) {
        this.context = context;
        this.request = request;
        this.response = response;
        this.headers = new SessionHeaders(context.cookie());
        this.opening = new Opening(context, request);
    }

    @Override
    public SessionValues values() {
        return context.values();
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

    // A dispatch begins and ends; forwards nest

    /** @param response the container's own for the dispatch */
    void attachTo(HttpServletResponse response) {
        atomically(() -> {
            this.response = response;
            return null;
        });
    }

    void enter() {
        atomically(() -> {
            depth++;
            over = false;
            settled = false;
            return null;
        });
    }

    /** @param asyncStarted whether the request goes on after its dispatch */
    void leave(boolean asyncStarted) {
        try {
            if (!asyncStarted) {
                settleForGood();
            }
        } finally {
            atomically(() -> {
                depth--;
                over = depth == 0 && !asyncStarted;
                return null;
            });
        }
    }

    /** The request is complete, and nothing more is saved. */
    void end() {
        try {
            settleForGood();
        } finally {
            atomically(() -> over = true);
        }
    }

    /** Headers of ours may be gone: the response was reset, or somebody set them anew. */
    void unsettle() {
        settled = false;
    }

    /** How far the response's body is, whatever dispatch writes it. */
    BodyProgress body() {
        return body;
    }

    // Opening

    @Override
    public Opened opened() {
        return atomically(() -> {
            Opened present = opening.present();
            if (present != null) {
                return present;
            }
            requireNotOver();
            SessionContext.Found found = opening.open();
            isNew = found.opened().isNew();
            browserCookie.cameWith(found.cookieValue(), !isNew);
            return found.opened();
        });
    }

    /** An error page may read the session, though the store has failed or fails: it is empty then. */
    void serveErrorPage() {
        atomically(() -> {
            // the request has failed already
            unheard = null;
            opening.serveErrorPage();
            return null;
        });
    }

    // What the application does; called with the lock held

    @Override
    public void noteRead() {
        if (!accessed) {
            accessed = true;
            settled = false;
            if (!over && response.isCommitted()) {
                log.debug("The session was first read after the response was committed: it carries no Vary: Cookie");
            }
        }
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
        if (modified) {
            requireKeepable(opened().id() == null || !browserCookie.isKnown());
        }
        noteRead();
        everModified = modified;
        changeLog.setModified(modified);
        settled = false;
    }

    private void requireKeepable(boolean needsCookie) {
        requireNotOver();
        if (needsCookie && response.isCommitted()) {
            throw new IllegalStateException("The response is committed: no cookie can be sent any more, and without one"
                    + " this change of the session would be lost. Change the session before the response's body is"
                    + " flushed or outgrows its buffer.");
        }
    }

    private void requireNotOver() {
        if (over) {
            throw new IllegalStateException("The request is over: its session can no longer be opened or changed");
        }
    }

    @Override
    public void regenerate() {
        Opened before = opened();
        Opened after = context.repository().regenerate(before);
        if (after != before) {
            requireKeepable(true);
            noteModified(true);
            browserCookie.becomesUnknown();
            opening.replace(after);
        }
    }

    @Override
    public void renew() {
        noteClear();
        Map<String, @Nullable Object> data = opened().data();
        data.clear();
        if (opened().id() != null) {
            // a cookie that held no more than whether it is permanent would be one too many
            context.repository().open(null).data().forEach((key, value) -> {
                data.put(key, value);
                noteChange(key);
            });
        }
        isNew = true;
        if (!response.isCommitted()) {
            regenerate();
        }
    }

    @Override
    public boolean isCommitted() {
        return response.isCommitted();
    }

    @Override
    public boolean isNamed() {
        return !context.cookie().valuesOf(request).isEmpty();
    }

    @Override
    public LaterUse later() {
        return new LaterUse(context, browserCookie.value());
    }

    @Override
    public boolean isNew() {
        opened();
        return isNew;
    }

    @Override
    public boolean isAccessed() {
        return atomically(() -> accessed);
    }

    @Override
    public boolean isModified() {
        return atomically(() -> everModified);
    }

    // Saving

    @Override
    public void beforeSave(Runnable action) {
        beforeSave = action;
    }

    /** Settles what changed without a call of ours since the session was settled last, too. */
    void settleForGood() {
        try {
            atomically(() -> {
                if (settled && opening.present() != null) {
                    beforeSave.run();
                }
                return null;
            });
        } finally {
            settle();
        }
    }

    /** Settles where nobody hears of an exception: who settles next is thrown it. */
    void settleUnheard() {
        try {
            settle();
        } catch (RuntimeException e) {
            atomically(() -> {
                unheard = e;
                settled = false;
                return null;
            });
        }
    }

    /**
     * Saves what is not saved and writes the headers. Called before whatever may commit the response, any number of
     * times; when it returns, the response may be committed. A save that failed is not tried again: not on the way to
     * the error page.
     */
    void settle() {
        if (!settled) {
            atomically(() -> {
                settleNow();
                return null;
            });
        }
    }

    private void settleNow() {
        if (settled) {
            return;
        }
        try {
            prepareToSave();
        } finally {
            // what cannot be brought into the session does not take the rest with it
            try {
                saveAndWriteHeaders();
            } finally {
                settled = true;
            }
        }
    }

    private void prepareToSave() {
        RuntimeException failure = unheard;
        unheard = null;
        if (failure != null) {
            throw failure;
        }
        if (opening.present() != null) {
            beforeSave.run();
        } else if (!opening.hasFailed() && refreshesUntouched()) {
            openToRefresh();
        }
    }

    /** Who does not use the session is served, whatever became of the store; only, the session lives no longer for it. */
    private void openToRefresh() {
        try {
            opened();
        } catch (SessionStoreException e) {
            log.warn("A session was not prolonged. " + e.getMessage());
        }
    }

    private boolean refreshesUntouched() {
        boolean refreshes = context.refreshEachRequest() && !refreshTried && !response.isCommitted() && isNamed();
        refreshTried = true;
        return refreshes;
    }

    private void saveAndWriteHeaders() {
        boolean committed = response.isCommitted();
        Opened opened = opening.present();
        if (opened == null) {
            if (accessed && !committed) {
                // it was asked for its cookie only
                headers.write(response, null, true);
            }
            return;
        }
        boolean pending = !saved || changeLog.isModified();
        try {
            if (pending && opened.readOnlyReason() == null) {
                saved = true;
                opening.requireStore();
                save(opened, committed);
            }
        } catch (SessionStoreException e) {
            opening.fail(e);
            throw e;
        } finally {
            if (!committed) {
                headers.write(response, browserCookie.header(), accessed);
            }
        }
    }

    private void save(Opened opened, boolean committed) {
        boolean needsCookie = changeLog.isModified() && (opened.id() == null || !browserCookie.isKnown());
        CookieAction action = context.repository().save(opened, changeLog.drain(opened.data()));
        if (action instanceof CookieAction.Keep) {
            return;
        }
        if (committed) {
            if (needsCookie) {
                log.warn("The response was committed before the session was saved, in a way that was not foreseen:"
                        + " its cookie could not be sent, and changes are lost");
            }
            return;
        }
        browserCookie.dropHeader();
        browserCookie.becomes(action, context.cookie().header(action, request.isSecure(), opened.data()));
    }
}
