package io.github.sessionstarter.signing;

import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * URL-safe Base64, written without padding and read with or without; {@code itsdangerous/encoding.py}. Python's decoder
 * passes over characters outside the alphabet; this one refuses them.
 */
final class UrlSafeBase64 {

    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final Base64.Decoder DECODER = Base64.getUrlDecoder();
    private static final boolean[] ALPHABET = alphabet();

    private static boolean[] alphabet() {
        boolean[] alphabet = new boolean[256];
        String characters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        characters.chars().forEach(c -> alphabet[c] = true);
        return alphabet;
    }

    private UrlSafeBase64() {}

    static byte[] encode(byte[] data) {
        return ENCODER.encode(data);
    }

    /** The data of {@code text[from, to)}, or null where that is no Base64. */
    static byte @Nullable [] decode(byte[] text, int from, int to) {
        int end = withoutPadding(text, from, to);
        if ((end - from) % 4 == 1) {
            return null;
        }
        try {
            return DECODER.decode(Arrays.copyOfRange(text, from, end));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /**
     * As {@link #decode}, of what anybody may have sent. It is looked at before: the decoder's exception costs more than all
     * the rest, and junk must be cheap to refuse.
     */
    static byte @Nullable [] decodeUnverified(byte[] text, int from, int to) {
        return isAlphabetic(text, from, withoutPadding(text, from, to)) ? decode(text, from, to) : null;
    }

    private static int withoutPadding(byte[] text, int from, int to) {
        int end = to;
        while (end > from && to - end < 2 && text[end - 1] == '=') {
            end--;
        }
        return end;
    }

    private static boolean isAlphabetic(byte[] text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!ALPHABET[text[i] & 0xff]) {
                return false;
            }
        }
        return true;
    }
}
