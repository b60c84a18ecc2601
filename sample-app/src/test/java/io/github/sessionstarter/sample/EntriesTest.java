package io.github.sessionstarter.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@RunningFlaskr
class EntriesTest {

    @LocalServerPort
    int port;

    Browser browser;

    @BeforeEach
    void open() {
        browser = Browser.of(port);
    }

    @Test
    void anybodyMayRead() {
        Browser.Page page = browser.get("/");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("Flaskr has moved", "to post an entry");
    }

    @Test
    void postingNeedsALogIn() {
        browser.get("/login");

        Browser.Page page = browser.submit("/entries", Map.of("title", "Not by me", "text", ""));

        assertThat(page.body()).contains("<h1>Log in</h1>", "Log in to post an entry");
        assertThat(browser.get("/").body()).doesNotContain("Not by me");
    }

    @Test
    void anEntryAppearsWithItsHtmlEscaped() {
        browser.logIn("admin", "default");

        Browser.Page page =
                browser.submit("/entries", Map.of("title", "<b>Bold</b>", "text", "<script>alert(1)</script>"));

        assertThat(page.body())
                .contains(
                        "New entry was successfully posted",
                        "&lt;b&gt;Bold&lt;/b&gt;",
                        "&lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("<b>Bold", "<script>");
    }

    @Test
    void theLatestEntryComesFirst() {
        browser.logIn("admin", "default");
        browser.submit("/entries", Map.of("title", "Earlier", "text", ""));

        Browser.Page page = browser.submit("/entries", Map.of("title", "Later", "text", ""));

        assertThat(page.body()).containsSubsequence(">Later<", ">Earlier<");
    }

    @Test
    void anEntryWithoutATitleIsRefusedAndWhatWasTypedIsKept() {
        browser.logIn("admin", "default");

        Browser.Page page = browser.submit("/entries", Map.of("title", " ", "text", "Typed & kept"));

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body())
                .contains("An entry needs a title", "Typed &amp; kept</textarea>", "aria-invalid=\"true\"");
        assertThat(browser.get("/").body()).doesNotContain("An entry needs a title", "Typed");
    }

    @Test
    void anEntryThatIsTooLongIsRefused() {
        browser.logIn("admin", "default");

        Browser.Page page = browser.submit("/entries", Map.of("title", "t".repeat(201), "text", "x".repeat(10_001)));

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains("The title is too long", "The text is too long");
    }

    @Test
    void missingFieldsAreRefused() {
        browser.logIn("admin", "default");

        Browser.Page page = browser.submit("/entries");

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains("An entry needs a title");
    }
}
