package io.github.sessionstarter.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sessionstarter.test.TestSession;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Whoever posts here is logged in because the test's session says so: the forms and the log in have tests of their own. */
@SpringBootTest
@AutoConfigureMockMvc
class EntriesTest {

    private static final String TOKEN = "a token that no form showed";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    TestSession session;

    private void logIn() {
        session.putAll(Map.of("logged_in", true, "username", "admin", "csrf_token", TOKEN));
    }

    private MvcTestResult post(String title, String text) {
        return mvc.post()
                .uri("/entries")
                .with(session)
                .param("csrf_token", TOKEN)
                .param("title", title)
                .param("text", text)
                .exchange();
    }

    private MvcTestResult list() {
        return mvc.get().uri("/").with(session).exchange();
    }

    @Test
    void anybodyMayRead() {
        assertThat(list()).hasStatusOk().bodyText().contains("Flaskr has moved", "to post an entry");
    }

    @Test
    void postingNeedsALogIn() {
        session.put("csrf_token", TOKEN);

        assertThat(post("Not by me", "")).hasRedirectedUrl("/login");

        assertThat(list()).bodyText().contains("Log in to post an entry").doesNotContain("Not by me");
    }

    @Test
    void anEntryAppearsWithItsHtmlEscaped() {
        logIn();

        assertThat(post("<b>Bold</b>", "<script>alert(1)</script>")).hasRedirectedUrl("/");

        assertThat(list())
                .bodyText()
                .contains(
                        "New entry was successfully posted",
                        "&lt;b&gt;Bold&lt;/b&gt;",
                        "&lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("<b>Bold", "<script>");
    }

    @Test
    void theLatestEntryComesFirst() {
        logIn();

        post("Earlier", "");
        post("Later", "");

        assertThat(list()).bodyText().containsSubsequence(">Later<", ">Earlier<");
    }

    @Test
    void anEntryWithoutATitleIsRefusedAndWhatWasTypedIsKept() {
        logIn();

        assertThat(post(" ", "Typed & kept"))
                .hasStatus(422)
                .bodyText()
                .contains("An entry needs a title", "Typed &amp; kept</textarea>", "aria-invalid=\"true\"");

        assertThat(list()).bodyText().doesNotContain("An entry needs a title", "Typed");
    }

    @Test
    void anEntryThatIsTooLongIsRefused() {
        logIn();

        assertThat(post("t".repeat(201), "x".repeat(10_001)))
                .hasStatus(422)
                .bodyText()
                .contains("The title is too long", "The text is too long");
    }

    @Test
    void missingFieldsAreRefused() {
        logIn();

        assertThat(mvc.post().uri("/entries").with(session).param("csrf_token", TOKEN))
                .hasStatus(422)
                .bodyText()
                .contains("An entry needs a title");
    }
}
