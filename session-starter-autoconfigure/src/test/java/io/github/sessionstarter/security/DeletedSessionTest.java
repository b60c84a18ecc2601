package io.github.sessionstarter.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sessionstarter.server.Browser;
import io.github.sessionstarter.server.Browser.Answer;
import io.github.sessionstarter.server.Stores;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * rack-session wrote a session back at the end of a long request, though its user had logged out meanwhile, and who held
 * the old cookie was logged in again (CVE-2025-46336). Here a session that was deleted stays deleted.
 */
@DisplayName("CVE-2025-46336: a deleted session is not restored")
class DeletedSessionTest {

    private SecurityApplication application;

    @AfterEach
    void nothingMoreMeanwhile() {
        application.meanwhile = () -> {};
    }

    @ParameterizedTest
    @EnumSource
    void aRequestThatOutlivesTheLogoutRestoresNothing(Stores store) {
        Applications app = Applications.on(store);
        application = app.application();
        Browser browser = app.browser();
        browser.get("/login");
        String stolen = browser.cookieHeader();
        Set<String> others = app.records();
        application.meanwhile = () -> browser.get("/logout");

        Answer slow = app.browser().getWith(stolen, "/slow");

        assertThat(slow.status()).isEqualTo(200);
        assertThat(slow.setCookies()).isEmpty();
        assertThat(app.browser().getWith(stolen, "/who").body()).isEqualTo("nobody");
        assertThat(app.records()).hasSize(others.size() - 1);
    }

    @ParameterizedTest
    @EnumSource
    void aRequestThatOutlivesTheNextLoginDoesNotReviveTheOldId(Stores store) {
        Applications app = Applications.on(store);
        application = app.application();
        Browser browser = app.browser();
        browser.get("/login");
        String stolen = browser.cookieHeader();
        application.meanwhile = () -> browser.get("/login");

        Answer slow = app.browser().getWith(stolen, "/slow");

        assertThat(slow.setCookies()).isEmpty();
        assertThat(app.browser().getWith(stolen, "/who").body()).isEqualTo("nobody");
        assertThat(browser.get("/who").body()).isEqualTo("a user");
    }
}
