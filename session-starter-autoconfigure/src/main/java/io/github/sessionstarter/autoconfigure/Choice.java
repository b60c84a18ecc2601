package io.github.sessionstarter.autoconfigure;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A property whose value is one word of a few, in any case. */
final class Choice {

    private Choice() {}

    /**
     * What the word stands for.
     *
     * @param words in the order in which an error lists them, lower case
     * @throws SessionConfigurationException where it is none of them
     */
    static <T> T of(String property, String word, Map<String, T> words) {
        T chosen = words.get(word.trim().toLowerCase(Locale.ROOT));
        if (chosen == null) {
            String all = words.keySet().stream().collect(Collectors.joining(", "));
            String problem = word.isBlank() ? property + " is empty" : property + " is '" + word + "'";
            throw new SessionConfigurationException(
                    problem + ", which is none of its values.", "Set " + property + " to one of: " + all + ".");
        }
        return chosen;
    }
}
