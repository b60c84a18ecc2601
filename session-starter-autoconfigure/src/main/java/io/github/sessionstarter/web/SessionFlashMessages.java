package io.github.sessionstarter.web;

import io.github.sessionstarter.FlashMessage;
import io.github.sessionstarter.FlashMessages;
import io.github.sessionstarter.Tuple;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Flask's flashed messages ({@code flask/helpers.py}), in the session of the current request. */
public final class SessionFlashMessages implements FlashMessages {

    /** Flask's key: a list of (category, message) tuples. */
    private static final String KEY = "_flashes";

    @Override
    public void add(String category, @Nullable Object message) {
        TrackedSession session = SessionBinding.current();
        session.atomically(() -> {
            Object present = session.get(KEY);
            List<@Nullable Object> flashes =
                    present instanceof List<?> list ? new ArrayList<>(list) : new ArrayList<>();
            flashes.add(Tuple.of(category, message));
            return session.put(KEY, flashes);
        });
    }

    @Override
    public List<FlashMessage> consume(String... categories) {
        TrackedSession session = SessionBinding.current();
        List<FlashMessage> all = session.atomically(() -> consumeAll(session));
        if (categories.length == 0) {
            return all;
        }
        List<String> wanted = List.of(categories);
        return all.stream().filter(flash -> wanted.contains(flash.category())).toList();
    }

    private static List<FlashMessage> consumeAll(TrackedSession session) {
        List<FlashMessage> consumed = session.consumedFlashMessages();
        if (consumed == null) {
            consumed = session.containsKey(KEY) ? read(session.remove(KEY)) : List.of();
            session.keepConsumedFlashMessages(consumed);
        }
        return consumed;
    }

    /** Formats without tuples have lists of two; what is neither is no flashed message. */
    private static List<FlashMessage> read(@Nullable Object flashes) {
        List<FlashMessage> messages = new ArrayList<>();
        if (flashes instanceof List<?> list) {
            for (Object flash : list) {
                if (flash instanceof List<?> pair && pair.size() == 2 && pair.get(0) instanceof String category) {
                    messages.add(new FlashMessage(category, pair.get(1)));
                }
            }
        }
        return List.copyOf(messages);
    }
}
