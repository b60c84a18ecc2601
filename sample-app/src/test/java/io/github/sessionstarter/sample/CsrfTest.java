package io.github.sessionstarter.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@RunningFlaskr
class CsrfTest {

    private static final Map<String, String> LOGIN = Map.of("username", "admin", "password", "default");

    @LocalServerPort
    int port;

    Browser browser;

    @BeforeEach
    void open() {
        browser = Browser.of(port);
    }

    @Test
    void aFormWithoutATokenIsRefused() {
        browser.get("/login");

        Browser.Page page = browser.post("/login", LOGIN);

        assertThat(page.status()).isEqualTo(403);
        assertThat(page.body()).contains("out of date").doesNotContain("Log out");
    }

    @Test
    void anotherSessionsTokenIsRefused() {
        Browser other = Browser.of(port);
        other.get("/login");
        browser.get("/login");
        other.setCookie(browser.cookie());

        Browser.Page page = other.submit("/login", LOGIN);

        assertThat(page.status()).isEqualTo(403);
    }

    @Test
    void anEmptyTokenIsRefusedWhereTheSessionHasNone() {
        Map<String, String> emptyToken = Map.of("username", "admin", "password", "default", "csrf_token", "");

        Browser.Page page = browser.post("/login", emptyToken);

        assertThat(page.status()).isEqualTo(403);
    }

    @Test
    void aTokenFromBeforeTheLogInIsWorthNothingAfterIt() {
        browser.get("/login");
        Browser planted = Browser.of(port);
        planted.setCookie(browser.cookie());
        planted.get("/login");
        browser.submit("/login", LOGIN);
        planted.setCookie(browser.cookie());

        Browser.Page page = planted.submit("/session/clear");

        assertThat(page.status()).isEqualTo(403);
    }

    @Test
    void anErrorPageTakesNoFlashedMessages() {
        browser.get("/login");
        browser.submitUnfollowed("/entries", Map.of());

        Browser.Page page = browser.get("/no-such-picture");

        assertThat(page.status()).isEqualTo(404);
        assertThat(page.body()).doesNotContain("Log in to post an entry");
        assertThat(browser.get("/").body()).contains("Log in to post an entry");
    }

    @Test
    void aPageWithoutAFormMakesNoSession() {
        browser.get("/");

        assertThat(browser.cookie()).isEmpty();
    }
}
