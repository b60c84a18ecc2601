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

    private UrlSafeBase64() {}

    static byte[] encode(byte[] data) {
        return ENCODER.encode(data);
    }

    /** The data of {@code text[from, to)}, or null where that is no Base64. */
    static byte @Nullable [] decode(byte[] text, int from, int to) {
        try {
            return DECODER.decode(Arrays.copyOfRange(text, from, to));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
