package io.github.sessionstarter.benchmarks.micro;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Sessions of some sizes, as applications have them: texts, numbers, a list. */
public enum Sample {
    SMALL(3, 0),
    MEDIUM(30, 0),
    LARGE(30, 3500);

    private final int keys;
    private final int notes;

    /**
     * Describes one.
     *
     * @param notes how long a text among the values is
     */
    Sample(int keys, int notes) {
        this.keys = keys;
        this.notes = notes;
    }

    /** The data, the same in each run. */
    Map<String, @Nullable Object> data() {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("username", "Wolfgang");
        data.put("user_id", 4711);
        data.put("roles", List.of("reader", "author"));
        for (int i = data.size(); i < keys; i++) {
            data.put("preference_" + i, i % 2 == 0 ? "value " + i : i);
        }
        if (notes > 0) {
            data.put("notes", text(notes));
        }
        return data;
    }

    /** Words, which compress as text does. */
    private static String text(int length) {
        List<String> words = List.of("session", "cookie", "store", "flask", "spring", "signed", "secret", "request");
        Random random = new Random(length);
        StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            text.append(words.get(random.nextInt(words.size())))
                    .append(random.nextInt(1000))
                    .append(' ');
        }
        return text.substring(0, length);
    }
}
