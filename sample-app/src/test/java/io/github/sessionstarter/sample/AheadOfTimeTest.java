package io.github.sessionstarter.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Flaskr as the build has processed it ahead of time, in a process of its own. */
class AheadOfTimeTest {

    @Test
    void somebodyLogsInPostsAnEntryAndLogsOut() throws Exception {
        FlaskrProcess flaskr = FlaskrProcess.startProcessed();
        try {
            Browser browser = flaskr.browser();

            assertThat(browser.logIn("admin", "default").body()).contains("You were logged in", "New entry");
            browser.submit("/entries", Map.of("title", "Ahead", "text", "of time"));
            assertThat(browser.get("/").body()).contains("Ahead", "of time");
            assertThat(browser.get("/session").body()).contains("username", "admin");
            assertThat(browser.submit("/logout").body()).contains("You were logged out");
        } finally {
            flaskr.kill();
        }
    }
}
