package io.github.sessionstarter.autoconfigure;

import io.github.sessionstarter.signing.SecretKeys;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which secret keys are good enough. Whoever guesses the key signs any session; lists of keys from documents and
 * examples are tried first (CVE-2023-27524, CVE-2019-5420).
 */
final class SecretKeyPolicy {

    private static final int MIN_BYTES = 16;
    private static final int MIN_DISTINCT_BYTES = 5;

    /** From this many on, equal bytes are no accident. */
    private static final int REPEATED_BYTES = 6;

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{.*}", Pattern.DOTALL);

    /** One that may be shown: there is nothing else beside it. */
    private static final Pattern NAMED_PLACEHOLDER = Pattern.compile("\\$\\{([A-Za-z0-9._-]+)}");

    /** Keys that stand in documents, tutorials and default configurations, without what is neither letter nor digit. */
    private static final Set<String> WELL_KNOWN = Set.of(
            // Flask's documents
            "192b9bdd22ab9ed4d12e236c78afcb9a393ec15f71bbf5dc987d54727823bcbf",
            "5y2lf4q8z",
            "5y2lf4q8znxec",
            "a0zr98jyxrxhhjmnlwxrt",
            "a0zr98jyx3rxhhjmnlwxrt",
            // Superset's versions, CVE-2023-27524
            "21thisismyscretkey12eyyh",
            "thisismyscretkeyeyyh",
            "changemetoacomplexrandomsecret",
            "thisisasecret1234",
            "yourownrandomgeneratedsecretkey",
            "testnondevsecret",
            // tutorials, and people in a hurry
            "youwillneverguess",
            "hardtoguessstring",
            "thisisasecretkey",
            "thisismysecretkey",
            "mysecretkeyforflask",
            "myflasksecretkey",
            "yoursecretkeyhere",
            "your256bitsecret",
            "yoursupersecretkey",
            "yourverysecretkey",
            "averysecretkey",
            "asupersecretkey",
            "mysupersecretkey",
            "myverysecretkey",
            "replacemewithasecret",
            "changemeinproduction",
            "changethisinproduction",
            "pleasechangethiskey",
            "supersecretkey",
            "supersecretkey123",
            "supersecretkey1234",
            "0123456789abcdef",
            "0123456789abcdef0123456789abcdef");

    private SecretKeyPolicy() {}

    /**
     * The keys to sign and verify with; null where none is set.
     *
     * @throws SessionConfigurationException where one is malformed, a placeholder that was not resolved, or weak; weak
     *     ones may be allowed
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
        requireResolved(property, text);
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
        if (repeatsItself(key)) {
            throw weak(property, "repeats a few bytes, and is guessed as easily as those.");
        }
        if (isWellKnown(text, key) || isStandIn(key) || distinctBytes(key) < MIN_DISTINCT_BYTES) {
            throw weak(property, "is a well-known value, which attackers try first.");
        }
    }

    /** What nothing resolves, the binder leaves as it stands: a text that whoever reads the source code can sign with. */
    private static void requireResolved(String property, String text) {
        if (!PLACEHOLDER.matcher(text).find()) {
            return;
        }
        Matcher alone = NAMED_PLACEHOLDER.matcher(text.strip());
        if (alone.matches()) {
            String variable = alone.group(1).replaceAll("[.-]", "_").toUpperCase(Locale.ROOT);
            throw new SessionConfigurationException(
                    property + " is the placeholder " + alone.group() + ", which nothing resolves.",
                    "Set that environment variable or property, as by export " + variable
                            + "=$(openssl rand -hex 32).");
        }
        throw new SessionConfigurationException(
                property + " has a placeholder ${…} in it, which nothing resolves.",
                "Set the environment variable or property that it names. Write a key that is to have these characters as"
                        + " base64:….");
    }

    /** As it was written, and as it is read: another notation makes a known key no secret. */
    private static boolean isWellKnown(String text, byte[] key) {
        String digits = text.substring(text.indexOf(':') + 1);
        return Stream.of(
                        text,
                        digits,
                        new String(key, StandardCharsets.ISO_8859_1),
                        HexFormat.of().formatHex(key))
                .map(form -> form.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", ""))
                .anyMatch(form -> WELL_KNOWN.contains(form) || form.startsWith("djangoinsecure"));
    }

    /** As {@code <your-secret-key-goes-here>} in a document. */
    private static boolean isStandIn(byte[] key) {
        String text = new String(key, StandardCharsets.ISO_8859_1).strip();
        return text.startsWith("<") && text.endsWith(">");
    }

    private static boolean repeatsItself(byte[] key) {
        for (int period = 1; period < MIN_BYTES && key.length - period >= REPEATED_BYTES; period++) {
            if (Arrays.equals(key, period, key.length, key, 0, key.length - period)) {
                return true;
            }
        }
        return false;
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
