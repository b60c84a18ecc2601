package io.github.sessionstarter.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampSignerTest {

    private static final Instant NOW = Instant.parse("2023-11-14T22:13:20.987Z");
    private static final Duration MAX_AGE = Duration.ofSeconds(60);

    private final Signer signer = new Signer(SecretKeys.of("key"), "salt", KeyDerivation.HMAC, Digest.SHA256);

    private TimestampSigner at(Instant now) {
        return new TimestampSigner(signer, Clock.fixed(now, ZoneOffset.UTC));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void tellsWhatWasSignedAndWhen() throws BadDataException {
        byte[] signed = at(NOW).sign(bytes("a.value"));

        TimestampSigner.Timestamped unsigned = at(NOW.plusSeconds(60)).unsign(signed, MAX_AGE);

        assertThat(unsigned.value()).isEqualTo(bytes("a.value"));
        assertThat(unsigned.signedAt()).isEqualTo(Instant.parse("2023-11-14T22:13:20Z"));
    }

    @Test
    void expiresAfterItsMaxAge() {
        byte[] signed = at(NOW).sign(bytes("value"));

        assertThatThrownBy(() -> at(NOW.plusSeconds(61)).unsign(signed, MAX_AGE))
                .isInstanceOf(SignatureExpiredException.class);
    }

    @Test
    void aSignatureFromTheFutureIsExpiredToo() {
        byte[] signed = at(NOW.plusSeconds(1)).sign(bytes("value"));

        assertThatThrownBy(() -> at(NOW).unsign(signed, MAX_AGE)).isInstanceOf(SignatureExpiredException.class);
    }

    @Test
    void theEpochItselfIsATimestamp() throws BadDataException {
        byte[] signed = at(Instant.EPOCH).sign(bytes("value"));

        assertThat(at(Instant.EPOCH).unsign(signed, MAX_AGE).signedAt()).isEqualTo(Instant.EPOCH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"value", "value.!!", "value.AAAAAAAAAAAAAAAA", "value.__________8"})
    void aSignedValueWithoutAProperTimeIsABadSignature(String value) {
        byte[] signed = signer.sign(bytes(value));

        assertThatThrownBy(() -> at(NOW).unsign(signed, MAX_AGE)).isInstanceOf(BadSignatureException.class);
    }
}
