package io.github.sessionstarter.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A session in its cookie. */
@RunningFlaskr
class TwinTest extends TwinContract {

    private static FlaskTwin twin;

    @BeforeAll
    static void startTwin() throws Exception {
        twin = FlaskTwin.start(FlaskTwin.pythonWith("flask"), Map.of());
    }

    @AfterAll
    static void stopTwin() throws InterruptedException {
        if (twin != null) {
            twin.stop();
        }
    }

    @Override
    FlaskTwin twin() {
        return twin;
    }

    @Test
    void aMessageFlashedOnSpringIsShownOnFlask() {
        spring.get("/login");
        spring.submitUnfollowed("/login", Map.of("username", "admin", "password", "default"));

        flask.setCookie(spring.cookie());
        Browser.Page page = flask.get("/");

        assertThat(page.body()).contains("You were logged in");
    }

    @Test
    void aMessageFlashedOnFlaskIsShownOnSpring() {
        flask.get("/");
        flask.submitUnfollowed("/login", Map.of("username", "admin", "password", "default"));

        spring.setCookie(flask.cookie());
        Browser.Page page = spring.get("/");

        assertThat(page.body()).contains("You were logged in");
    }

    @Test
    void whoLogsOutOnFlaskIsLoggedOutOnSpring() {
        logOutOnFlask();

        spring.setCookie(flask.cookie());
        Browser.Page page = spring.get("/");

        assertThat(page.body()).doesNotContain("Log out");
    }

    @Test
    void formsOfOneAreGoodOnTheOther() {
        spring.logIn("admin", "default");
        flask.setCookie(spring.cookie());
        flask.get("/");
        spring.setCookie(flask.cookie());

        Browser.Page page = spring.submit("/entries", Map.of("title", "Across", "text", ""));

        assertThat(page.body()).contains(">Across<");
    }
}
