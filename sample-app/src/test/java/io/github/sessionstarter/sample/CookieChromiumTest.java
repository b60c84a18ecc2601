package io.github.sessionstarter.sample;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.Cookie;

@RunningFlaskr
class CookieChromiumTest extends ChromiumContract {

    @Test
    void aWrongPasswordIsToldAndTheNameKept() {
        visitor.logIn("admin", "wrong");

        assertThat(visitor.title()).isEqualTo("Log in · Flaskr");
        assertThat(visitor.text("[role=alert]")).isEqualTo("Invalid password");
        assertThat(visitor.valueOf("username")).isEqualTo("admin");
        assertThat(visitor.valueOf("password")).isEmpty();
        assertThat(visitor.text("header")).doesNotContain("Log out");
    }

    @Test
    void whoIsLoggedInPostsAnEntry() {
        visitor.logIn("guest", "welcome");
        visitor.fill("title", "From <Chromium>");
        visitor.fill("text", "Two\nlines");

        visitor.press("Post");

        assertThat(visitor.text("[role=status]")).isEqualTo("New entry was successfully posted");
        assertThat(visitor.text(".entries li:first-child")).isEqualTo("From <Chromium>\nTwo\nlines");
        assertThat(visitor.valueOf("title")).isEmpty();
    }

    @Test
    void anEntryThatIsRefusedIsStillInItsForm() {
        visitor.logIn("guest", "welcome");
        visitor.fill("text", "No title");

        visitor.press("Post");

        assertThat(visitor.text("[role=status]")).isEqualTo("An entry needs a title");
        assertThat(visitor.valueOf("text")).isEqualTo("No title");
    }

    @Test
    void aFormOfAnotherSiteDoesNotBringTheCookie() {
        visitor.logIn("admin", "default");
        assertThat(visitor.cookie().orElseThrow().getSameSite()).isEqualTo("Lax");
        String logOut = "http://" + RunningFlaskr.HOST + ":" + port + "/logout";

        visitor.moveTo("localhost");
        visitor.awaitNextPage(() -> visitor.run("document.body.innerHTML = '<form method=post></form>';"
                + "document.forms[0].action = '" + logOut + "'; document.forms[0].submit()"));

        assertThat(visitor.text("h1")).isEqualTo("403 Forbidden");
        assertThat(visitor.text("header")).doesNotContain("Log out");
        visitor.open("/");
        assertThat(visitor.text("header")).contains("admin", "Log out");
    }

    @Test
    void theCookieIsThisHostsAndOfAllItsPages() {
        visitor.logIn("admin", "default");

        Cookie cookie = visitor.cookie().orElseThrow();

        assertThat(cookie.getDomain()).isEqualTo(RunningFlaskr.HOST);
        assertThat(cookie.getPath()).isEqualTo("/");
        assertThat(cookie.isSecure()).isFalse();
    }

    @Test
    void theSessionPageTakesTheCookieApart() {
        visitor.logIn("admin", "default");

        visitor.open("/session");

        assertThat(visitor.text("pre")).contains("\"logged_in\" : true", "\"username\" : \"admin\"");
        assertThat(visitor.text("[aria-labelledby=cookie]")).contains("bytes of about 4096");
    }

    @Test
    void theCookieEndsWithTheBrowserUntilTheSessionIsMadePermanent() {
        visitor.logIn("admin", "default");
        visitor.open("/session");
        assertThatCookieEndsWithTheBrowser();

        visitor.press("Make it permanent");
        assertThatCookieEndsWithTheLifetime();

        visitor.press("End it with the browser");
        assertThatCookieEndsWithTheBrowser();
    }
}
