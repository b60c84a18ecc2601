package io.github.sessionstarter.sample;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What anybody reads in a session cookie, without any key: <code>payload.time.signature</code>, the payload JSON in
 * URL-safe Base64, behind a dot of its own where it is compressed. The signature is not checked here: it tells who
 * wrote the cookie, and hides nothing.
 *
 * @param size the value's, in characters, which are all ASCII
 * @param signedAt to the second
 * @param json indented; tags as <code>" t"</code> mark what JSON has no type for
 */
record CookieContents(int size, boolean compressed, Instant signedAt, String json) {

    /** More than any cookie of ours inflates to; one that does was made to harm. */
    private static final int MAX_PAYLOAD = 1 << 16;

    /** Enough until the year 36812. */
    private static final int MAX_TIME_BYTES = 5;

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    /** The contents of a cookie's value, or null where it is not of this form. Anybody can send anything. */
    static @Nullable CookieContents of(String value) {
        boolean compressed = value.startsWith(".");
        String[] parts = (compressed ? value.substring(1) : value).split("\\.", -1);
        if (parts.length != 3) {
            return null;
        }
        try {
            byte[] payload = Base64.getUrlDecoder().decode(parts[0]);
            Instant signedAt = time(Base64.getUrlDecoder().decode(parts[1]));
            return new CookieContents(
                    value.length(), compressed, signedAt, indented(compressed ? inflated(payload) : payload));
        } catch (IllegalArgumentException | IOException | JacksonException e) {
            return null;
        }
    }

    /** Seconds since 1970, the highest byte first. */
    private static Instant time(byte[] seconds) {
        if (seconds.length > MAX_TIME_BYTES) {
            throw new IllegalArgumentException("The time is beyond all dates");
        }
        return Instant.ofEpochSecond(new BigInteger(1, seconds).longValue());
    }

    private static byte[] inflated(byte[] payload) throws IOException {
        try (InputStream inflater = new InflaterInputStream(new ByteArrayInputStream(payload))) {
            byte[] bytes = inflater.readNBytes(MAX_PAYLOAD + 1);
            if (bytes.length > MAX_PAYLOAD) {
                throw new IOException("The payload is too large to show");
            }
            return bytes;
        }
    }

    private static String indented(byte[] json) {
        return MAPPER.writeValueAsString(MAPPER.readTree(new String(json, StandardCharsets.UTF_8)));
    }

    /** Shows nothing of the payload. */
    @Override
    public String toString() {
        return "CookieContents[size=" + size + "]";
    }
}
