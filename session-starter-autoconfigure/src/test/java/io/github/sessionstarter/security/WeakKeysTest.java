package io.github.sessionstarter.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.sessionstarter.Opened;
import io.github.sessionstarter.server.ServletContainer;
import io.github.sessionstarter.server.TestServer;
import io.github.sessionstarter.signing.Digest;
import io.github.sessionstarter.signing.KeyDerivation;
import io.github.sessionstarter.signing.SecretKeys;
import io.github.sessionstarter.signing.Signer;
import io.github.sessionstarter.signing.TimestampSigner;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/**
 * Superset signed with a key from its own documents until the administrator set another, which most did not
 * (CVE-2023-27524), and Rails in development derived one from the application's name (CVE-2019-5420): who knew it wrote
 * any session. Here no key is made up, and a key that is known, or short enough to be tried, stops the application.
 */
@DisplayName("CVE-2023-27524, CVE-2019-5420: an application with a weak key does not start")
class WeakKeysTest {

    private static void assertRefused(String property, String key, String... others) {
        Repositories.RUNNER
                .withPropertyValues(others)
                .withInitializer(context -> Repositories.set(context, property, key))
                .run(context -> {
                    assertThat(context.getStartupFailure())
                            .rootCause()
                            .hasMessageContaining(property)
                            .hasMessageNotContaining(key);
                });
    }

    /** From Flask's documents, Superset's versions, well-known tutorials, and the heads of people in a hurry. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "dev",
                "_5#y2L\"F4Q8z\n\u00ec]/",
                "_5#y2L\"F4Q8z\\n\\xec]/",
                "192b9bdd22ab9ed4d12e236c78afcb9a393ec15f71bbf5dc987d54727823bcbf",
                "\\2\\1thisismyscretkey\\1\\2\\e\\y\\y\\h",
                "\u0002\u0001thisismyscretkey\u0001\u0002\\e\\y\\y\\h",
                "CHANGE_ME_TO_A_COMPLEX_RANDOM_SECRET",
                "thisISaSECRET_1234",
                "YOUR_OWN_RANDOM_GENERATED_SECRET_KEY",
                "TEST_NON_DEV_SECRET",
                "you-will-never-guess",
                "changeme",
                "changemechangemechangeme",
                "change-me-in-production",
                "letmein",
                "secretsecretsecret",
                "passwordpassword",
                "my-secret-key-for-flask",
                "your-256-bit-secret",
                "your-super-secret-key",
                "a-very-secret-key",
                "hard to guess string",
                "aaaaaaaaaaaaaaaaaaaaaaaa",
                "abababababababababababab",
                "1234567890123456",
                "0123456789abcdef",
                "fifteen bytes !",
                "base64:Y2hhbmdlbWU=",
                "hex:00000000000000000000000000000000"
            })
    void aWeakKeyIsNamedByItsPropertyAndNotShown(String key) {
        assertRefused("session.secret-key", key);
        assertRefused("session.secret-key-fallbacks[0]", key, "session.secret-key=a secret key of the tests");
    }

    @Test
    void soIsAWeakKeyThatSignsIds(@TempDir Path folder) {
        assertRefused(
                "session.secret-key",
                "changemechangeme",
                "session.type=filesystem",
                "session.file.dir=" + folder,
                "session.use-signer=true");
    }

    @Test
    void aRandomKeyOfSixteenBytesIsGoodEnough() {
        Repositories.RUNNER
                .withPropertyValues("session.secret-key=hex:5f0c9a1e77b3d2486a91c4e0b85d37f2")
                .run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void theReportOfTheFailedStartSaysWhatToDoAndShowsNoKey(CapturedOutput output) {
        assertThat(catchThrowable(() -> TestServer.start(
                        ServletContainer.TOMCAT,
                        SecurityApplication.class,
                        Map.of("session.secret-key", "thisISaSECRET_1234"))))
                .isNotNull();

        assertThat(output)
                .contains("session.secret-key is a well-known value")
                .contains("openssl rand -hex 32")
                .doesNotContain("thisISaSECRET_1234");
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "null", "None", "application", "secret-key"})
    void whereNoKeyIsSetNoneIsMadeUp(String guess) {
        Signer signer = new Signer(SecretKeys.of(guess), "cookie-session", KeyDerivation.HMAC, Digest.SHA1);
        byte[] forged = new TimestampSigner(signer, Clock.systemUTC())
                .sign("eyJhZG1pbiI6dHJ1ZX0".getBytes(StandardCharsets.US_ASCII));

        Opened opened = Repositories.of("spring.application.name=application")
                .open(new String(forged, StandardCharsets.US_ASCII));

        assertThat(opened.data()).isEmpty();
        assertThat(opened.readOnlyReason()).contains("session.secret-key");
    }
}
