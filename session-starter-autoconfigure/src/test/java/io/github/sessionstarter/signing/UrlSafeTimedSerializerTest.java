package io.github.sessionstarter.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UrlSafeTimedSerializerTest {

    private static final int MAX_PAYLOAD_SIZE = 10_000;
    private static final Duration MAX_AGE = Duration.ofDays(1);

    private final Clock clock = Clock.fixed(Instant.ofEpochSecond(1_700_000_000), ZoneOffset.UTC);
    private final TimestampSigner signer =
            new TimestampSigner(new Signer(SecretKeys.of("key"), "salt", KeyDerivation.HMAC, Digest.SHA1), clock);
    private final UrlSafeTimedSerializer<String> serializer =
            new UrlSafeTimedSerializer<>(new Text(), signer, MAX_PAYLOAD_SIZE);

    private static final class Text implements PayloadSerializer<String> {

        @Override
        public byte[] dumps(String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public String loads(byte[] payload) {
            String text = new String(payload, StandardCharsets.UTF_8);
            if (text.equals("precious but unreadable")) {
                throw new IllegalStateException(text);
            }
            return text;
        }
    }

    private String load(String token) throws BadDataException {
        return serializer.loads(token, MAX_AGE).object();
    }

    private String signed(String value) {
        return new String(signer.sign(value.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 10, 63, 64, 65, 1000, MAX_PAYLOAD_SIZE})
    void readsWhatItWrote(int length) throws BadDataException {
        String compressible = "a".repeat(length);
        String random = new Random(length)
                .ints(length, 'a', 'z')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();

        assertThat(load(serializer.dumps(compressible))).isEqualTo(compressible);
        assertThat(load(serializer.dumps(random))).isEqualTo(random);
    }

    @Test
    void compressesWhatGetsShorter() {
        assertThat(serializer.dumps("abc")).startsWith("YWJj.");
        assertThat(serializer.dumps("a".repeat(100))).startsWith(".").hasSizeLessThan(70);
    }

    @Test
    void aTokenHasUrlSafeCharactersOnly() {
        IntStream.range(0, 200)
                .mapToObj(i -> serializer.dumps("ÿþ?>".repeat(i)))
                .forEach(token -> assertThat(token).matches("[A-Za-z0-9_.-]+"));
    }

    @Test
    void inflatesNoMoreThanAllowed() {
        String bomb = serializer.dumps("a".repeat(MAX_PAYLOAD_SIZE + 1));

        assertThatThrownBy(() -> load(bomb)).isInstanceOf(BadPayloadException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "..", ".eJyrVko", "!!!", ".!!!", ".YWJj"})
    void whatIsSignedButNoPayloadIsABadPayload(String value) {
        assertThatThrownBy(() -> load(signed(value))).isInstanceOf(BadPayloadException.class);
    }

    @Test
    void aReaderThatFailsIsABadPayloadAndShowsNothingOfIt() {
        String token = serializer.dumps("precious but unreadable");

        assertThatThrownBy(() -> load(token))
                .isInstanceOf(BadPayloadException.class)
                .hasMessageNotContaining("precious")
                .hasNoCause();
    }

    @Test
    void looksAtNothingBeforeTheSignature() {
        String forged = serializer
                .dumps("precious but unreadable")
                .replaceFirst(".$", "")
                .concat("AA");

        assertThatThrownBy(() -> load(forged)).isInstanceOf(BadSignatureException.class);
    }
}
