package io.github.sessionstarter.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CookieContentsTest {

    private static final String TIME = ".aSDGyA.";

    @Test
    void aPayloadIsDecodedAndIndented() {
        String value = base64("{\"a\":[1,{\" t\":[\"caf\\u00e9\"]}]}".getBytes(StandardCharsets.UTF_8)) + TIME + "sig";

        CookieContents contents = CookieContents.of(value);

        assertThat(contents.json()).isEqualToNormalizingNewlines("""
                {
                  "a" : [ 1, {
                    " t" : [ "café" ]
                  } ]
                }""");
        assertThat(contents.compressed()).isFalse();
        assertThat(contents.size()).isEqualTo(value.length());
        assertThat(contents.signedAt()).isEqualTo(Instant.ofEpochSecond(0x6920c6c8L));
    }

    @Test
    void aCompressedPayloadIsInflated() throws IOException {
        String json = "{\"a\":\"" + "x".repeat(1000) + "\"}";

        CookieContents contents = CookieContents.of("." + base64(deflated(json)) + TIME + "sig");

        assertThat(contents.compressed()).isTrue();
        assertThat(contents.json()).contains("x".repeat(1000));
    }

    @Test
    void aPayloadThatInflatesToTooMuchIsNotShown() throws IOException {
        String json = "{\"a\":\"" + "x".repeat(100_000) + "\"}";

        assertThat(CookieContents.of("." + base64(deflated(json)) + TIME + "sig"))
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "..",
                "...",
                "a.b",
                "e30.aSDGyA",
                "e30.aSDGyA.sig.more",
                "e3.aSDGyA.sig",
                "!!.aSDGyA.sig",
                "e30.!!.sig",
                "e30.__________________.sig",
                "e30.f_________8.sig",
                "e30.AQAAAAAA.sig",
                ".e30.aSDGyA.sig",
                "W1tb.aSDGyA.sig"
            })
    void whatIsNoSessionCookieIsNotShown(String value) {
        assertThat(CookieContents.of(value)).isNull();
    }

    private static byte[] deflated(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(bytes)) {
            deflater.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
