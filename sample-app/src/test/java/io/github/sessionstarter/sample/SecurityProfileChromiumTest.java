package io.github.sessionstarter.sample;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.Cookie;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

/** Spring Security's log in, which knows only the HttpSession. */
@RunningFlaskr
@ActiveProfiles("security")
@ExtendWith(ChromiumExtension.class)
class SecurityProfileChromiumTest {

    @LocalServerPort
    int port;

    Visitor visitor;

    @BeforeEach
    void come(Chromium chromium) {
        visitor = Visitor.of(chromium, port);
    }

    private void logIn() {
        visitor.fill("username", "guest");
        visitor.fill("password", "welcome");
        visitor.press("Log in");
    }

    @Test
    void whoAsksForAPageThatNeedsALogInGetsThereByLoggingIn() {
        visitor.open("/account");
        assertThat(visitor.title()).isEqualTo("Log in · Flaskr");

        logIn();

        assertThat(visitor.title()).isEqualTo("Account · Flaskr");
        assertThat(visitor.text("main")).contains("You are guest.");
    }

    @Test
    void aWrongPasswordIsTold(Chromium chromium) {
        visitor.logIn("guest", "wrong");

        assertThat(visitor.text("[role=alert]")).isEqualTo("Invalid username or password");
        new Accessibility(chromium).assertHolds();
    }

    @Test
    void whatAFormKeepsInTheHttpSessionIsThereAgain(Chromium chromium) {
        visitor.open("/account");
        logIn();
        visitor.fill("colour", "green");

        visitor.press("Keep");

        assertThat(visitor.valueOf("colour")).isEqualTo("green");
        new Accessibility(chromium).assertHolds();
    }

    @Test
    void theBackButtonShowsNothingOfWhoLoggedOut() {
        visitor.open("/account");
        logIn();
        visitor.press("Log out");

        visitor.goBack();

        assertThat(visitor.title()).isEqualTo("Log in · Flaskr");
        assertThat(visitor.text()).doesNotContain("guest.", "Log out");
    }

    @Test
    void theSessionsCookieIsTheOnlyOne() {
        visitor.logIn("guest", "welcome");

        assertThat(visitor.cookies()).extracting(Cookie::getName).containsExactly("session");
        assertThat(visitor.cookies()).allMatch(Cookie::isHttpOnly);
    }
}
