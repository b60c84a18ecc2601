package io.github.sessionstarter.web;

import io.github.sessionstarter.CookieAction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Uses sessions outside of requests, on behalf of somebody who has a session's cookie and can take a new one: a test that
 * plays the browser, as with Flask's {@code session_transaction()}. What holds for requests holds here: the repository
 * opens and saves, values are copied and refused by the same rules, and the cookie has its size.
 */
public final class SessionTransaction {

    private final SessionContext context;

    public SessionTransaction(SessionContext context) {
        this.context = context;
    }

    /**
     * Opens a session, lets an action read and change it, and saves it if it was changed. Where the action fails nothing
     * is saved. What was read can be read on, but not changed, when the action is done.
     *
     * @param cookieValue what the browser has; null: nothing
     * @return the {@code Set-Cookie} header that a response would have, or null: the browser keeps what it has
     * @throws io.github.sessionstarter.CookieTooLargeException where the cookie would be longer than allowed
     */
    public @Nullable String run(@Nullable String cookieValue, Consumer<SessionAccess> action) {
        LaterUse use = new LaterUse(context, cookieValue, true);
        return use.atomically(() -> {
            use.use(action);
            CookieAction cookieAction = use.save();
            return context.cookie().header(cookieAction, false, use.opened().data());
        });
    }
}
