package io.github.sessionstarter.repository;

import io.github.sessionstarter.Changes;
import io.github.sessionstarter.CookieAction;
import io.github.sessionstarter.Opened;
import io.github.sessionstarter.SessionRepository;
import org.jspecify.annotations.Nullable;

/** Keeps nothing: every session is empty, and a change throws; Flask's {@code NullSession}. */
public final class NullSessionRepository implements SessionRepository {

    private final String reason;

    /** @param reason why there are no sessions and what to do: the message of the exception that a change throws */
    public NullSessionRepository(String reason) {
        this.reason = reason;
    }

    @Override
    public Opened open(@Nullable String cookieValue) {
        return Opened.readOnly(reason);
    }

    @Override
    public CookieAction save(Opened opened, Changes changes) {
        return new CookieAction.Keep();
    }
}
