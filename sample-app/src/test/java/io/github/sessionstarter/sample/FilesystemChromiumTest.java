package io.github.sessionstarter.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Cookie;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

@RunningFlaskr
@TestPropertySource(properties = "session.type=filesystem")
class FilesystemChromiumTest extends ChromiumContract {

    @TempDir
    static Path folder;

    @DynamicPropertySource
    static void keepInFolder(DynamicPropertyRegistry registry) {
        registry.add("session.file.dir", () -> folder.toString());
    }

    @Test
    void aCookieFromBeforeTheLogOutIsWorthNothing() {
        visitor.logIn("admin", "default");
        Cookie before = visitor.cookie().orElseThrow();
        visitor.press("Log out");

        visitor.setCookie(before);
        visitor.open("/");

        assertThat(visitor.text("header")).contains("Log in").doesNotContain("Log out");
    }

    @Test
    void aCookieFromBeforeTheLogInIsNotTheOneAfterIt() {
        visitor.open("/login");
        Cookie before = visitor.cookie().orElseThrow();
        visitor.logIn("admin", "default");
        Cookie after = visitor.cookie().orElseThrow();

        visitor.setCookie(before);
        visitor.open("/");

        assertThat(after.getValue()).isNotEqualTo(before.getValue());
        assertThat(visitor.text("header")).doesNotContain("Log out");
    }

    @Test
    void theSessionPageShowsTheRecordOfThisCookie(Chromium chromium) {
        visitor.logIn("admin", "default");

        visitor.open("/session");

        String sid = visitor.cookie().orElseThrow().getValue();
        assertThat(visitor.text("[aria-labelledby=record]")).contains("session:" + sid);
        new Accessibility(chromium).assertHolds();
    }

    /** As Flask-Session does it. */
    @Test
    void theCookieEndsWithTheLifetimeUntilTheSessionIsMadeTemporary() {
        visitor.logIn("admin", "default");
        visitor.open("/session");
        assertThatCookieEndsWithTheLifetime();

        visitor.press("End it with the browser");
        assertThatCookieEndsWithTheBrowser();
    }
}
