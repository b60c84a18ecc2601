package io.github.sessionstarter.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a person sees of a session, wherever it is kept, and what a real browser makes of its cookie. */
@ExtendWith(ChromiumExtension.class)
abstract class ChromiumContract {

    @LocalServerPort
    int port;

    Visitor visitor;

    @BeforeEach
    void come(Chromium chromium) {
        visitor = Visitor.of(chromium, port);
    }

    @Test
    void whoKnowsThePasswordIsLoggedIn() {
        visitor.logIn("admin", "default");

        assertThat(visitor.title()).isEqualTo("Entries · Flaskr");
        assertThat(visitor.text("[role=status]")).isEqualTo("You were logged in");
        assertThat(visitor.text("header")).contains("admin", "Log out");
    }

    @Test
    void aFlashedMessageIsGoneAfterAReload() {
        visitor.logIn("admin", "default");
        assertThat(visitor.text("[role=status]")).isEqualTo("You were logged in");

        visitor.reload();

        assertThat(visitor.text()).contains("Log out").doesNotContain("You were logged in");
    }

    @Test
    void theSessionPageShowsWhatItsButtonsPut() {
        visitor.logIn("admin", "default");
        visitor.open("/session");

        visitor.press("Tuple");
        visitor.press("Markup");

        assertThat(visitor.text("[role=status]")).isEqualTo("“markup” was put into the session");
        assertThat(visitor.text(".data")).contains("tuple Tuple (\"a\", 1, ())", "markup Markup <em>safe</em> HTML");
    }

    @Test
    void whatIsClearedIsGone() {
        visitor.logIn("admin", "default");
        visitor.open("/session");

        visitor.press("Clear");

        assertThat(visitor.text("header")).doesNotContain("Log out");
        assertThat(visitor.text(".data")).doesNotContain("username");
    }

    @Test
    void whoLogsOutLeavesNoCookie() {
        visitor.logIn("admin", "default");

        visitor.press("Log out");

        assertThat(visitor.text("[role=status]")).isEqualTo("You were logged out");
        assertThat(visitor.text("header")).contains("Log in").doesNotContain("Log out");
        assertThat(visitor.cookie()).isEmpty();
    }

    @Test
    void theBackButtonShowsNothingOfWhoLoggedOut() {
        visitor.logIn("admin", "default");
        visitor.open("/session");
        visitor.press("Log out");

        visitor.goBack();

        assertThat(visitor.title()).isEqualTo("Session · Flaskr");
        assertThat(visitor.text()).doesNotContain("admin", "Log out");
    }

    @Test
    void twoBrowsersAreTwoVisitors(Chromium chromium, Chromium another) {
        Visitor guest = Visitor.of(another, port);
        visitor.logIn("admin", "default");
        guest.logIn("guest", "welcome");
        visitor.open("/session");
        guest.open("/session");

        visitor.press("Number");
        guest.press("UUID");

        assertThat(visitor.text("[role=status]")).isEqualTo("“number” was put into the session");
        assertThat(visitor.text(".data"))
                .contains("username String admin", "number")
                .doesNotContain("guest", "uuid");
        assertThat(guest.text("[role=status]")).isEqualTo("“uuid” was put into the session");
        assertThat(guest.text(".data"))
                .contains("username String guest", "uuid")
                .doesNotContain("admin", "number");
    }

    @Test
    void whoLogsOutOfOneBrowserStaysLoggedInInTheOther(Chromium chromium, Chromium another) {
        Visitor elsewhere = Visitor.of(another, port);
        visitor.logIn("admin", "default");
        elsewhere.logIn("admin", "default");

        visitor.press("Log out");
        elsewhere.reload();

        assertThat(elsewhere.text("header")).contains("admin", "Log out");
    }

    @Test
    void theCookieIsOutOfReachOfScripts() {
        visitor.logIn("admin", "default");

        assertThat(visitor.cookie())
                .hasValueSatisfying(cookie -> assertThat(cookie.isHttpOnly()).isTrue());
        assertThat(visitor.run("return document.cookie")).isEqualTo("");
    }

    void assertThatCookieEndsWithTheBrowser() {
        assertThat(visitor.cookie().orElseThrow().getExpiry()).isNull();
    }

    void assertThatCookieEndsWithTheLifetime() {
        assertThat(visitor.cookie().orElseThrow().getExpiry().toInstant())
                .isCloseTo(Instant.now().plus(31, ChronoUnit.DAYS), within(5, ChronoUnit.MINUTES));
    }
}
