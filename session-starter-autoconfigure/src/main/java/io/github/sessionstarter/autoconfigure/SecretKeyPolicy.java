package io.github.sessionstarter.autoconfigure;

import io.github.sessionstarter.signing.SecretKeys;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which secret keys are good enough. Whoever guesses the key signs any session; lists of keys from documents and
 * examples are tried first (CVE-2023-27524, CVE-2019-5420).
 */
final class SecretKeyPolicy {

    private static final int MIN_BYTES = 16;
    private static final int MIN_DISTINCT_BYTES = 5;

    /** Keys of 16 bytes or more that stand in documents, tutorials and default configurations. */
    private static final Set<String> WELL_KNOWN = Set.of(
            "192b9bdd22ab9ed4d12e236c78afcb9a393ec15f71bbf5dc987d54727823bcbf",
            "_5#y2l\"f4q8z\n\u00ec]/",
            "_5#y2l\"f4q8z\\n\\xec]/",
            "you-will-never-guess",
            "change_me_to_a_complex_random_secret",
            "\\2\\1thisismyscretkey\\1\\2\\e\\y\\y\\h",
            "thisisasecret_1234",
            "your_own_random_generated_secret_key",
            "test_non_dev_secret",
            "this-is-a-secret-key",
            "this_is_a_secret_key",
            "thisisasecretkey",
            "your-secret-key-here",
            "your_secret_key_here",
            "replace-me-with-a-secret",
            "super-secret-key",
            "super secret key",
            "supersecretkey123",
            "0123456789abcdef",
            "0123456789abcdef0123456789abcdef");

    private SecretKeyPolicy() {}

    /**
     * The keys to sign and verify with; null where none is set.
     *
     * @throws SessionConfigurationException where one is malformed or weak; weak ones may be allowed
     */
    static @Nullable SecretKeys keys(SessionProperties properties) {
        String current = properties.getSecretKey();
        List<String> fallbacks = properties.getSecretKeyFallbacks();
        if (current == null || current.isEmpty()) {
            return null;
        }
        check("session.secret-key", current, properties.isAllowWeakSecretKey());
        for (int i = 0; i < fallbacks.size(); i++) {
            check("session.secret-key-fallbacks[" + i + "]", fallbacks.get(i), properties.isAllowWeakSecretKey());
        }
        return SecretKeys.of(current, fallbacks);
    }

    private static void check(String property, String text, boolean allowWeak) {
        byte[] key;
        try {
            key = SecretKeys.parse(text);
        } catch (IllegalArgumentException e) {
            throw new SessionConfigurationException(
                    property + " cannot be read. " + e.getMessage() + ".",
                    "Set it to a text, or to bytes written as base64:… or hex:….");
        }
        if (allowWeak) {
            return;
        }
        if (key.length < MIN_BYTES) {
            throw weak(
                    property, "has " + key.length + " bytes, and keys of fewer than " + MIN_BYTES + " can be guessed.");
        }
        if (isWellKnown(text, key) || distinctBytes(key) < MIN_DISTINCT_BYTES) {
            throw weak(property, "is a well-known value, which attackers try first.");
        }
    }

    /** As it was written, and as it is read: another notation makes a known key no secret. */
    private static boolean isWellKnown(String text, byte[] key) {
        String digits = text.substring(text.indexOf(':') + 1);
        return Stream.of(
                        text,
                        digits,
                        new String(key, StandardCharsets.ISO_8859_1),
                        HexFormat.of().formatHex(key))
                .map(form -> form.strip().toLowerCase(Locale.ROOT))
                .anyMatch(form -> WELL_KNOWN.contains(form) || form.startsWith("django-insecure-"));
    }

    private static long distinctBytes(byte[] key) {
        return new String(key, StandardCharsets.ISO_8859_1).chars().distinct().count();
    }

    private static SessionConfigurationException weak(String property, String problem) {
        return new SessionConfigurationException(
                property + " " + problem,
                "Set it to a random value, as 'openssl rand -hex 32' prints one; keep it out of the source code. For tests"
                        + " and examples only: session.allow-weak-secret-key=true.");
    }
}
