package io.github.sessionstarter;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a saved session asks of its cookie. */
public sealed interface CookieAction {

    /** Nothing happens: the browser keeps what it has, or what an earlier save of the request gives it. */
    record Keep() implements CookieAction {}

    /**
     * The browser is given a cookie.
     *
     * @param value characters that a cookie may hold unquoted (RFC 6265, section 4.1.1)
     * @param expires when the browser is to forget it; null: when it is closed
     */
    record SetValue(String value, @Nullable Instant expires) implements CookieAction {

        /** Shows no value. */
        @Override
        public String toString() {
            return "SetValue[expires=" + expires + "]";
        }
    }

    /** The browser is told to forget the cookie. */
    record Delete() implements CookieAction {}

    /** The response says nothing of the cookie, not even what an earlier save of the request wanted it to say. */
    record Withdraw() implements CookieAction {}
}
