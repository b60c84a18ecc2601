package io.github.sessionstarter.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sessionstarter.Opened;
import io.github.sessionstarter.Opened.Rejection;
import io.github.sessionstarter.SessionRepository;
import io.github.sessionstarter.repository.SessionIds;
import io.github.sessionstarter.server.Browser;
import io.github.sessionstarter.server.Stores;
import io.github.sessionstarter.signing.Digest;
import io.github.sessionstarter.signing.KeyDerivation;
import io.github.sessionstarter.signing.SecretKeys;
import io.github.sessionstarter.signing.Signer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Session fixation (OWASP): an attacker has a victim log in under an id that the attacker chose, or knows from before. Here
 * an id that the store does not hold is never adopted, and {@code regenerate()} at log-in leaves the old one behind, dead.
 */
@DisplayName("Session fixation: no id that came from outside is adopted")
class FixationTest {

    private static final String KEY = "a secret key of the tests";

    private static String randomId() {
        return UUID.randomUUID().toString();
    }

    @ParameterizedTest
    @EnumSource
    void anUnknownIdIsNotAdopted(Stores store) {
        Applications app = Applications.on(store);
        String planted = randomId();
        Browser victim = app.browser();
        victim.setCookie("session", planted);

        victim.get("/put?key=a");

        assertThat(victim.cookie("session")).isNotEqualTo(planted);
        assertThat(app.store().load(app.keyPrefix + planted, null)).isNull();
    }

    @ParameterizedTest
    @EnumSource
    void anUnknownIdIsNotAdoptedThoughItIsSigned(Stores store) {
        Applications app = Applications.on(store);
        SessionRepository signing = Repositories.on(
                app.store(),
                "session.use-signer=true",
                "session.secret-key=" + KEY,
                "session.key-prefix=" + app.keyPrefix);
        String planted = randomId();
        Signer signer = new Signer(SecretKeys.of(KEY), SessionIds.SALT, KeyDerivation.HMAC, Digest.SHA1);

        Opened opened = signing.open(signer.sign(planted));
        String cookie = Repositories.put(signing, opened, "a", 1);

        assertThat(opened.rejection()).isEqualTo(Rejection.UNKNOWN);
        assertThat(cookie).doesNotContain(planted);
        assertThat(app.store().load(app.keyPrefix + planted, null)).isNull();
    }

    /** Classic Flask-Sessions store such a record for any id they are shown. */
    @ParameterizedTest
    @EnumSource
    void anIdWithAnEmptyRecordIsNotAdopted(Stores store) {
        Applications app = Applications.on(store);
        String planted = randomId();
        byte[] empty = "{\"_permanent\":true}".getBytes(StandardCharsets.US_ASCII);
        app.store().insert(app.keyPrefix + planted, empty, Duration.ofMinutes(1));
        Browser victim = app.browser();
        victim.setCookie("session", planted);

        victim.get("/put?key=a");

        assertThat(victim.cookie("session")).isNotEqualTo(planted);
        assertThat(app.store().load(app.keyPrefix + planted, null).value()).isEqualTo(empty);
    }

    @ParameterizedTest
    @EnumSource
    void afterALoginTheIdFromBeforeIsDead(Stores store) {
        Applications app = Applications.on(store);
        Browser browser = app.browser();
        browser.get("/put?key=cart");
        String before = browser.cookieHeader();

        browser.get("/login");

        assertThat(browser.get("/who").body()).isEqualTo("a user");
        assertThat(app.browser().getWith(before, "/who").body()).isEqualTo("nobody");
        assertThat(app.store().load(app.keyPrefix + before.substring("session=".length()), null))
                .isNull();
    }

    @ParameterizedTest
    @EnumSource
    void afterALogoutTheIdIsDeadAndIsNotUsedAgain(Stores store) {
        Applications app = Applications.on(store);
        Browser browser = app.browser();
        browser.get("/login");
        String before = browser.cookieHeader();

        browser.get("/logout");
        browser.getWith(before, "/login");

        assertThat(app.browser().getWith(before, "/who").body()).isEqualTo("nobody");
        assertThat(browser.cookieHeader()).isNotEqualTo(before);
        assertThat(browser.get("/who").body()).isEqualTo("a user");
    }
}
