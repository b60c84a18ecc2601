package io.github.sessionstarter.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@RunningFlaskr
class LoginTest {

    @LocalServerPort
    int port;

    Browser browser;

    @BeforeEach
    void open() {
        browser = Browser.of(port);
    }

    @Test
    void whoKnowsThePasswordIsLoggedIn() {
        Browser.Page page = browser.logIn("admin", "default");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("You were logged in", "Log out", "New entry");
    }

    @Test
    void theOtherUserCanLogInToo() {
        Browser.Page page = browser.logIn("guest", "welcome");

        assertThat(page.body()).contains("You were logged in", ">guest<");
    }

    @Test
    void aWrongNameIsToldAndKept() {
        Browser.Page page = browser.logIn("nobody", "default");

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains("Invalid username", "value=\"nobody\"").doesNotContain("Log out");
    }

    @Test
    void aWrongPasswordIsTold() {
        Browser.Page page = browser.logIn("admin", "defaulu");

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains("Invalid password", "value=\"admin\"").doesNotContain("Log out");
    }

    @Test
    void theLoginPageShowsTheDemonstrationsPasswords() {
        Browser.Page page = browser.get("/login");

        assertThat(page.body()).contains("This is a demonstration", "<code>admin</code>", "<code>default</code>");
    }

    @Test
    void aFlashedMessageIsShownOnce() {
        browser.logIn("admin", "default");

        Browser.Page again = browser.get("/");

        assertThat(again.body()).doesNotContain("You were logged in");
    }

    @Test
    void loggingOutEmptiesTheSession() {
        browser.logIn("admin", "default");
        browser.get("/session");
        browser.submit("/session/put", Map.of("sample", "NUMBER"));

        Browser.Page page = browser.submit("/logout");

        assertThat(page.body()).contains("You were logged out").doesNotContain("Log out");
        // the message was all that was left, and the page that showed it took that too
        assertThat(browser.cookie()).isEmpty();
    }
}
