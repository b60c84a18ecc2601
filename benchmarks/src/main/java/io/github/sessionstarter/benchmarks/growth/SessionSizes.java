package io.github.sessionstarter.benchmarks.growth;

import io.github.sessionstarter.Changes;
import io.github.sessionstarter.CookieAction;
import io.github.sessionstarter.Opened;
import io.github.sessionstarter.SessionRepository;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One session that grows: the time that a request which changes it spends in opening and saving. */
final class SessionSizes {

    /** What a cookie can hold; Base64 takes its part, and the attributes theirs. */
    private static final int MAX_COOKIE = 4000;

    private final SessionRepository repository;
    private int count;

    SessionSizes(SessionRepository repository) {
        this.repository = repository;
    }

    /** Of so many keys with short values; NaN where no cookie holds it. */
    double ofKeys(int keys) {
        Map<String, @Nullable Object> data = new HashMap<>();
        for (int i = 0; i < keys; i++) {
            data.put("key_" + i, "value " + i);
        }
        return microseconds(data);
    }

    /** Of one value of so many bytes; NaN where no cookie holds it. */
    double ofBytes(int bytes) {
        Random random = new Random(bytes);
        StringBuilder text = new StringBuilder(bytes);
        for (int i = 0; i < bytes; i++) {
            text.append((char) ('a' + random.nextInt(26)));
        }
        return microseconds(Map.of("text", text.toString()));
    }

    private double microseconds(Map<String, ? extends @Nullable Object> data) {
        Opened opened = repository.open(null);
        opened.data().putAll(data);
        String[] cookie = {save(opened, data.keySet())};
        if (cookie[0].length() > MAX_COOKIE) {
            return Double.NaN;
        }
        return Stopwatch.microseconds(() -> {
            Opened again = repository.open(cookie[0]);
            if (again.isNew()) {
                throw new IllegalStateException("The session is gone");
            }
            again.data().put("count", ++count);
            cookie[0] = save(again, Set.of("count"));
        });
    }

    private String save(Opened opened, Set<String> keys) {
        CookieAction action = repository.save(opened, new Changes(opened.data(), keys, false, true));
        if (action instanceof CookieAction.SetValue set) {
            return set.value();
        }
        throw new IllegalStateException("The session was not saved");
    }
}
