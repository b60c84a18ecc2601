package io.github.sessionstarter.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Flaskr with Spring Security, wherever sessions are kept. */
abstract class SecurityProfileContract {

    @LocalServerPort
    int port;

    Browser browser;

    @BeforeEach
    void open() {
        browser = Browser.of(port);
    }

    @Test
    void whoAsksForAPageThatNeedsALogInGetsThereByLoggingIn() {
        assertThat(browser.get("/account").body()).contains("<h1>Log in</h1>");

        Browser.Page page = browser.submit("/login", Map.of("username", "guest", "password", "welcome"));

        assertThat(page.body()).contains("You are <strong>guest</strong>");
    }

    @Test
    void whoLogsInGetsAnotherSessionCookie() {
        browser.get("/login");
        String before = browser.cookie();

        browser.submit("/login", Map.of("username", "guest", "password", "welcome"));

        assertThat(browser.cookie()).isNotEmpty().isNotEqualTo(before);
    }

    @Test
    void aWrongPasswordIsRefused() {
        assertThat(browser.logIn("guest", "wrong").body()).contains("Invalid username or password");
    }

    @Test
    void theOtherPagesKnowWhoIsLoggedIn() {
        browser.logIn("guest", "welcome");

        assertThat(browser.get("/").body()).contains(">guest<", "Log out");
    }

    @Test
    void whoLogsOutIsLoggedOut() {
        browser.logIn("guest", "welcome");
        browser.get("/");

        browser.submit("/logout");

        assertThat(browser.get("/").body()).doesNotContain("Log out");
        assertThat(browser.get("/account").body()).contains("<h1>Log in</h1>");
    }

    @Test
    void aFormOfNobodysIsRefused() {
        browser.logIn("guest", "welcome");

        assertThat(browser.post("/account/colour", Map.of("colour", "green")).status())
                .isEqualTo(403);
    }

    @Test
    void anAttributeOfTheHttpSessionIsKept() {
        browser.logIn("guest", "welcome");
        browser.get("/account");

        browser.submit("/account/colour", Map.of("colour", "green"));

        assertThat(browser.get("/account").body()).contains("value=\"green\"");
    }

    @Test
    void aMethodIsForThoseWhoMayCallIt() {
        browser.logIn("guest", "welcome");
        assertThat(browser.get("/account/everybody").status()).isEqualTo(403);

        Browser admin = Browser.of(port);
        admin.logIn("admin", "default");
        assertThat(admin.get("/account/everybody").status()).isEqualTo(200);
    }

    @Test
    void whoWantsToBeRememberedIsLoggedInWithoutTheSession() {
        browser.get("/login");
        browser.submit("/login", Map.of("username", "guest", "password", "welcome", "remember-me", "on"));

        browser.setCookie("lost");

        assertThat(browser.get("/account").body()).contains("You are <strong>guest</strong>");
    }
}
