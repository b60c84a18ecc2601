package io.github.sessionstarter.signing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * The secret key that signs, and the older ones that still verify, newest first. (itsdangerous lists them oldest first;
 * the order of the older ones makes no difference to what verifies.) Its {@code toString} shows none of them.
 */
public final class SecretKeys {

    private static final String BASE64 = "base64:";
    private static final String HEX = "hex:";

    private final List<byte[]> newestFirst;

    private SecretKeys(List<byte[]> newestFirst) {
        this.newestFirst = newestFirst;
    }

    /**
     * Keys from their text forms, as {@link #parse} reads them.
     *
     * @param current signs and verifies
     * @param fallbacks verify only
     * @throws IllegalArgumentException where a key is empty or is not what its prefix says
     */
    public static SecretKeys of(String current, List<String> fallbacks) {
        List<byte[]> keys = new ArrayList<>(1 + fallbacks.size());
        keys.add(parse(current));
        for (String fallback : fallbacks) {
            keys.add(parse(fallback));
        }
        return new SecretKeys(keys);
    }

    /** One key that signs and verifies; see {@link #of(String, List)}. */
    public static SecretKeys of(String current) {
        return of(current, List.of());
    }

    /**
     * The bytes of a key: Base64 (either alphabet, padding or none) behind {@code base64:}, hexadecimal digits behind
     * {@code hex:}, else the text in UTF-8.
     *
     * @throws IllegalArgumentException where the text is empty or is not what its prefix says; the message holds
     *     nothing of it
     */
    public static byte[] parse(String text) {
        byte[] key = bytes(text);
        if (key.length == 0) {
            throw new IllegalArgumentException("The secret key is empty");
        }
        return key;
    }

    private static byte[] bytes(String text) {
        if (text.startsWith(BASE64)) {
            String digits =
                    text.substring(BASE64.length()).trim().replace('+', '-').replace('/', '_');
            try {
                return Base64.getUrlDecoder().decode(digits);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("The secret key is marked as base64: but is no Base64");
            }
        }
        if (text.startsWith(HEX)) {
            try {
                return HexFormat.of().parseHex(text.substring(HEX.length()).trim());
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("The secret key is marked as hex: but is no hexadecimal number");
            }
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }

    List<byte[]> newestFirst() {
        return newestFirst;
    }

    @Override
    public String toString() {
        return "SecretKeys[" + newestFirst.size() + "]";
    }
}
