package io.github.sessionstarter.actuate;

import io.github.sessionstarter.Changes;
import io.github.sessionstarter.CookieAction;
import io.github.sessionstarter.CookieTooLargeException;
import io.github.sessionstarter.Opened;
import io.github.sessionstarter.Opened.Rejection;
import io.github.sessionstarter.SessionRepository;
import io.github.sessionstarter.actuate.SessionMeters.Opening;
import io.github.sessionstarter.actuate.SessionMeters.Saving;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A repository whose sessions are counted: see {@link SessionMeters}. It may be anybody's. */
public final class MeteredSessionRepository implements SessionRepository {

    private final SessionRepository repository;
    private final SessionMeters meters;

    public MeteredSessionRepository(SessionRepository repository, SessionMeters meters) {
        this.repository = repository;
        this.meters = meters;
    }

    /** What the repository opened, and what became of it since. One request's alone. */
    private static final class Watched {

        private final Opened opened;
        private boolean kept;
        private boolean moves;

        Watched(Opened opened, boolean kept, boolean moves) {
            this.opened = opened;
            this.kept = kept;
            this.moves = moves;
        }

        static Watched in(Opened opened) {
            return (Watched) Objects.requireNonNull(opened.memory());
        }
    }

    @Override
    public Opened open(@Nullable String cookieValue) {
        long start = meters.now();
        Opened opened;
        try {
            opened = repository.open(cookieValue);
        } catch (RuntimeException e) {
            noteOpening(Opening.ERROR, cookieValue, start);
            throw e;
        }
        noteOpening(Opening.of(opened), cookieValue, start);
        Rejection rejection = opened.rejection();
        if (rejection != null) {
            meters.rejected(rejection);
        }
        return opened.withMemory(new Watched(opened, !opened.isNew(), false));
    }

    /** To open a session without a cookie takes no time worth knowing, and would make the others look faster. */
    private void noteOpening(Opening outcome, @Nullable String cookieValue, long start) {
        meters.opened(outcome);
        if (cookieValue != null) {
            meters.loaded(outcome, start);
        }
    }

    @Override
    public Opened regenerate(Opened opened) {
        Watched watched = Watched.in(opened);
        Opened after = repository.regenerate(watched.opened);
        return after == watched.opened ? opened : after.withMemory(new Watched(after, watched.kept, true));
    }

    @Override
    public CookieAction save(Opened opened, Changes changes) {
        Watched watched = Watched.in(opened);
        long start = meters.now();
        CookieAction action;
        try {
            action = repository.save(watched.opened, changes);
        } catch (RuntimeException e) {
            meters.saved(Saving.of(e), start);
            if (e instanceof CookieTooLargeException) {
                meters.oversize();
            }
            throw e;
        }
        if (changes.modified()) {
            noteSaving(watched, changes, action, start);
        }
        return action;
    }

    private void noteSaving(Watched watched, Changes changes, CookieAction action, long start) {
        if (action instanceof CookieAction.Withdraw) {
            meters.saved(Saving.LOST, start);
            watched.kept = false;
        } else if (action instanceof CookieAction.Delete || changes.data().isEmpty()) {
            noteDeletion(watched, start);
        } else {
            meters.saved(Saving.SUCCESS, start);
            noteKeeping(watched);
            if (action instanceof CookieAction.SetValue set && watched.opened.id() == null) {
                meters.payload(set.value().length());
            }
        }
    }

    /** A session that was emptied before it was ever kept is no session that was deleted. */
    private void noteDeletion(Watched watched, long start) {
        if (watched.kept) {
            meters.saved(Saving.SUCCESS, start);
            meters.deleted();
            watched.kept = false;
        }
    }

    private void noteKeeping(Watched watched) {
        if (!watched.kept) {
            meters.created();
        } else if (watched.moves) {
            meters.regenerated();
        }
        watched.kept = true;
        watched.moves = false;
    }

    @Override
    public @Nullable String refusal(@Nullable Object value) {
        return repository.refusal(value);
    }
}
