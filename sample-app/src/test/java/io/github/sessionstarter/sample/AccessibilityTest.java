package io.github.sessionstarter.sample;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Labels, language, contrast in light and in dark, and narrow screens, of every page in every state. */
@RunningFlaskr
@ExtendWith(ChromiumExtension.class)
class AccessibilityTest {

    @LocalServerPort
    int port;

    Visitor visitor;
    Accessibility accessibility;

    @BeforeEach
    void come(Chromium chromium) {
        visitor = Visitor.of(chromium, port);
        accessibility = new Accessibility(chromium);
    }

    @Test
    void entriesOfNobody() {
        visitor.open("/");

        accessibility.assertHolds();
    }

    @Test
    void entriesAndAMessage() {
        visitor.logIn("admin", "default");

        accessibility.assertHolds();
    }

    @Test
    void anEntryThatIsRefused() {
        visitor.logIn("admin", "default");

        visitor.press("Post");

        accessibility.assertHolds();
    }

    @Test
    void aLogInThatIsRefused() {
        visitor.logIn("admin", "wrong");

        accessibility.assertHolds();
    }

    @Test
    void aSessionWithMuchInIt() {
        visitor.logIn("admin", "default");
        visitor.open("/session");

        visitor.press("Map");
        visitor.press("UUID");

        accessibility.assertHolds();
    }

    @Test
    void aPageThatIsMissing() {
        visitor.open("/missing");

        accessibility.assertHolds();
    }

    /** A check that cannot fail says nothing. */
    @Test
    void flawsAreFound() {
        visitor.open("/login");

        visitor.run("document.documentElement.style.setProperty('--soft', '#999');"
                + "document.documentElement.style.setProperty('--control-line', '#ddd');"
                + "document.querySelector('label').remove();"
                + "document.querySelector('h1').style.width = '2000px'");

        assertThat(accessibility.list("paleTexts")).contains("2.85 a Entries", "2.85 th Username");
        assertThat(accessibility.list("faintControls")).contains("input Password");
        assertThat(accessibility.list("flaws")).containsExactly("no label: username");
        assertThat((Long) accessibility.ask("cutOff")).isPositive();
    }
}
