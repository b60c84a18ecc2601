package io.github.sessionstarter.actuate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sessionstarter.server.Browser;
import io.github.sessionstarter.server.ServletContainer;
import io.github.sessionstarter.server.TestServer;
import io.github.sessionstarter.signing.Digest;
import io.github.sessionstarter.signing.KeyDerivation;
import io.github.sessionstarter.signing.SecretKeys;
import io.github.sessionstarter.signing.Signer;
import io.github.sessionstarter.signing.TimestampSigner;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is counted of sessions in cookies. */
class CookieMetricsTest {

    private static TestServer server;
    private static TestServer warning;

    @BeforeAll
    static void start() {
        server = TestServer.start(ServletContainer.TOMCAT, OperatedApplication.class);
        warning = TestServer.start(
                ServletContainer.TOMCAT, OperatedApplication.class, Map.of("session.cookie.on-overflow", "warn"));
    }

    @AfterAll
    static void stop() {
        server.close();
        warning.close();
    }

    private static Map<String, Integer> counted(String cookie, String path) {
        Browser browser = server.browser();
        if (cookie != null) {
            browser.setCookie("session", cookie);
        }
        return Meters.during(server, () -> browser.get(path));
    }

    private static String signed(String payload, Duration ago) {
        Signer signer =
                new Signer(SecretKeys.of(TestServer.SECRET_KEY), "cookie-session", KeyDerivation.HMAC, Digest.SHA1);
        byte[] signed = new TimestampSigner(signer, Clock.offset(Clock.systemUTC(), ago.negated()))
                .sign(payload.getBytes(StandardCharsets.US_ASCII));
        return new String(signed, StandardCharsets.US_ASCII);
    }

    private static Map<String, Integer> rejection(String outcome) {
        return Map.of("session.opened rejected", 1, "session.load rejected", 1, "session.rejected " + outcome, 1);
    }

    @Test
    void aNewSessionIsCreatedAndItsSizeIsThatOfItsCookie() {
        DistributionSummary sizes = server.context()
                .getBean(MeterRegistry.class)
                .get("session.payload.size")
                .tag("type", "cookie")
                .summary();
        double before = sizes.totalAmount();
        Browser browser = server.browser();

        Map<String, Integer> counted = Meters.during(server, () -> browser.get("/put?key=a&value=b"));

        assertThat(counted)
                .isEqualTo(Map.of(
                        "session.opened new", 1,
                        "session.created", 1,
                        "session.saved success", 1,
                        "session.save success", 1,
                        "session.payload.size", 1));
        assertThat(sizes.totalAmount() - before)
                .isEqualTo(browser.cookie("session").length());
    }

    @Test
    void aForgedCookieIsRejected() {
        assertThat(counted("eyJhIjoxfQ.forged.cookie", "/get?key=a")).isEqualTo(rejection("bad_signature"));
    }

    @Test
    void anExpiredCookieIsRejected() {
        assertThat(counted(signed("eyJhIjoxfQ", Duration.ofDays(100)), "/get?key=a"))
                .isEqualTo(rejection("expired"));
    }

    @Test
    void aCookieThatCannotBeReadIsRejected() {
        assertThat(counted(signed("bm8ganNvbg", Duration.ZERO), "/get?key=a")).isEqualTo(rejection("unreadable"));
    }

    @Test
    void aLogoutDeletes() {
        assertThat(counted(signed("eyJhIjoxfQ", Duration.ZERO), "/clear"))
                .isEqualTo(Map.of(
                        "session.opened existing", 1,
                        "session.load existing", 1,
                        "session.deleted", 1,
                        "session.saved success", 1,
                        "session.save success", 1));
    }

    @Test
    void aCookieThatIsTooLargeIsCountedWhetherItFails() {
        assertThat(counted(null, "/put-much")).containsEntry("session.cookie.oversize", 1);
    }

    @Test
    void orIsSentAllTheSame() {
        assertThat(Meters.during(warning, () -> warning.browser().get("/put-much")))
                .containsEntry("session.cookie.oversize", 1);
    }
}
