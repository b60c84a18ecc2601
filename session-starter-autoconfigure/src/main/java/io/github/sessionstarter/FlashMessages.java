package io.github.sessionstarter;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Messages that one request leaves for the next page; {@code flask.flash} and {@code flask.get_flashed_messages}. They
 * lie in the session, where Flask finds them and leaves its own. One bean serves the whole application.
 */
public interface FlashMessages {

    /**
     * Adds a message of the category {@link FlashMessage#DEFAULT_CATEGORY}.
     *
     * @param message a text, which views escape
     * @throws IllegalStateException where the session cannot be changed
     */
    default void add(String message) {
        add(FlashMessage.DEFAULT_CATEGORY, message);
    }

    /**
     * Adds a message.
     *
     * @param category what kind of message, for views to style and to filter by
     * @param message a text, a {@link Markup} (which stays one in cookie sessions), or another value that the session
     *     can carry
     * @throws IllegalArgumentException where the session cannot carry it
     * @throws IllegalStateException where the session cannot be changed
     */
    void add(String category, @Nullable Object message);

    /**
     * The messages, in the order in which they were added. The first call of a request, with categories or without,
     * takes all of them out of the session; later calls of the same request see the same ones. A message that is added
     * after the first call belongs to the next request.
     *
     * @param categories only messages of these; none means all
     * @return those of the categories; empty where there are none, and never null
     */
    List<FlashMessage> consume(String... categories);
}
