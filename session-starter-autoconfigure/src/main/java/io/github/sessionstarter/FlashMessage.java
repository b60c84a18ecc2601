package io.github.sessionstarter;

import org.jspecify.annotations.Nullable;

/**
 * A message for the next page that the user sees.
 *
 * @param category what kind of message, {@code message} where none was named
 * @param message a text, a {@link Markup}, or any other value that a session can hold
 */
public record FlashMessage(String category, @Nullable Object message) {

    /** The category of a message that was added without one. */
    public static final String DEFAULT_CATEGORY = "message";

    /** {@return the message as HTML: a {@link Markup} as it is, anything else escaped} */
    public String html() {
        return Markup.escape(message).toString();
    }

    /** Shows the category only: messages are session data. */
    @Override
    public String toString() {
        return "FlashMessage[category=" + category + "]";
    }
}
