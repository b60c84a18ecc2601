package io.github.sessionstarter.sample;

import io.github.sessionstarter.Session;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who is logged in, as the session tells under the keys that the Flask twin uses too. */
@Component
class CurrentUser {

    private static final String LOGGED_IN = "logged_in";
    private static final String USERNAME = "username";

    private final Session session;

    CurrentUser(Session session) {
        this.session = session;
    }

    public boolean isLoggedIn() {
        return Boolean.TRUE.equals(session.get(LOGGED_IN));
    }

    public @Nullable String getName() {
        return session.get(USERNAME, String.class);
    }

    /** What somebody may have planted before the log in, an id or a CSRF token, is worth nothing after it. */
    void logIn(String username) {
        session.regenerate();
        session.remove(CsrfToken.KEY);
        note(username);
    }

    /** Where somebody else has seen to all that. */
    void note(String username) {
        session.put(LOGGED_IN, true);
        session.put(USERNAME, username);
    }

    void logOut() {
        session.clear();
    }
}
