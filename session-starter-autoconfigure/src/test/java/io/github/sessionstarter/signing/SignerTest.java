package io.github.sessionstarter.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sessionstarter.Vectors;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class SignerTest {

    private final Signer signer = signer(SecretKeys.of("a secret key"));

    private static Signer signer(SecretKeys keys) {
        return new Signer(keys, "salt", KeyDerivation.HMAC, Digest.SHA1);
    }

    static Stream<JsonNode> vectors() {
        return Vectors.read("signers.json").stream();
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void signsAsItsdangerousDoes(JsonNode row) {
        assertThat(signerOf(row).sign(row.get("value").stringValue()))
                .isEqualTo(row.get("signed").stringValue());
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void unsignsWhatItsdangerousSigned(JsonNode row) throws BadSignatureException {
        assertThat(signerOf(row).unsign(row.get("signed").stringValue()))
                .isEqualTo(row.get("value").stringValue());
    }

    private static Signer signerOf(JsonNode row) {
        return new Signer(
                SecretKeys.of(row.get("secret_key").stringValue()),
                row.get("salt").stringValue(),
                KeyDerivation.valueOf(row.get("key_derivation")
                        .stringValue()
                        .replace('-', '_')
                        .toUpperCase(Locale.ROOT)),
                Digest.valueOf(row.get("digest").stringValue().toUpperCase(Locale.ROOT)));
    }

    @Test
    void theVectorsCoverEveryDerivationAndDigest() {
        assertThat(vectors().map(row -> row.get("key_derivation").stringValue()).distinct())
                .hasSameSizeAs(KeyDerivation.values());
        assertThat(vectors().map(row -> row.get("digest").stringValue()).distinct())
                .hasSameSizeAs(Digest.values());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "value", "value.", "value.c2ln", "value.%%%", ".value"})
    void refusesWhatNobodySigned(String signed) {
        assertThatThrownBy(() -> signer.unsign(signed)).isInstanceOf(BadSignatureException.class);
    }

    @Test
    void refusesAValueThatWasChangedInAnyPlace() {
        String signed = signer.sign("some value");

        for (int i = 0; i < signed.length() - 1; i++) { // the last character has bits that stand for nothing
            char other = signed.charAt(i) == 'x' ? 'y' : 'x';
            String changed = signed.substring(0, i) + other + signed.substring(i + 1);
            assertThatThrownBy(() -> signer.unsign(changed)).isInstanceOf(BadSignatureException.class);
        }
    }

    @Test
    void verifiesWithAnOlderKeyAndSignsWithTheNewestOnly() throws BadSignatureException {
        Signer rotated = signer(SecretKeys.of("the newest key", List.of("an older key", "a secret key")));

        assertThat(rotated.unsign(signer.sign("value"))).isEqualTo("value");
        assertThat(rotated.sign("value"))
                .isEqualTo(signer(SecretKeys.of("the newest key")).sign("value"));
        assertThatThrownBy(() -> signer.unsign(rotated.sign("value"))).isInstanceOf(BadSignatureException.class);
    }

    @Test
    void anotherSaltIsAnotherSignature() {
        Signer other = new Signer(SecretKeys.of("a secret key"), "other", KeyDerivation.HMAC, Digest.SHA1);

        assertThatThrownBy(() -> other.unsign(signer.sign("value"))).isInstanceOf(BadSignatureException.class);
    }

    @Test
    void anErrorHoldsNothingOfTheToken() {
        assertThatThrownBy(() -> signer.unsign("precious.c2ln"))
                .hasMessageNotContaining("precious")
                .hasMessageNotContaining("c2ln")
                .hasNoCause();
    }

    @Test
    void manyThreadsSignAtOnce() {
        String expected = signer.sign("value");

        List<String> signed = Stream.generate(() -> "value")
                .limit(10_000)
                .parallel()
                .map(signer::sign)
                .distinct()
                .toList();

        assertThat(signed).containsExactly(expected);
    }
}
