package io.github.sessionstarter.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The browser carries one cookie between Spring and the real Flask: they answer for one host. */
@RunningFlaskr
@ExtendWith(ChromiumExtension.class)
class TwinChromiumTest {

    private static FlaskTwin twin;

    @LocalServerPort
    int port;

    Visitor spring;
    Visitor flask;

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

    @BeforeEach
    void come(Chromium chromium) {
        spring = Visitor.of(chromium, port);
        flask = new Visitor(chromium, twin.server());
    }

    @Test
    void whoLogsInOnSpringMayGoOnOnFlaskAndBack() {
        spring.logIn("admin", "default");
        spring.open("/session");
        spring.press("Tuple");

        flask.open("/");
        assertThat(flask.text()).contains("Logged in as admin", "tuple tuple ('a', 1, ())");

        spring.open("/");
        assertThat(spring.text("header")).contains("admin", "Log out");
    }

    @Test
    void whoLogsInOnFlaskIsLoggedInOnSpring() {
        flask.open("/");
        flask.fill("username", "guest");
        flask.fill("password", "welcome");
        flask.press("Log in");
        assertThat(flask.text("[role=status]")).isEqualTo("You were logged in");

        spring.open("/");

        assertThat(spring.text("header")).contains("guest", "Log out");
    }

    @Test
    void whoLogsOutOnFlaskIsLoggedOutOnSpring() {
        spring.logIn("admin", "default");
        flask.open("/");

        flask.press("Log out");
        spring.open("/");

        assertThat(spring.text("header")).contains("Log in").doesNotContain("Log out");
    }

    @Test
    void aPageOfSpringsIsGoodForAPostAfterAVisitToFlask() {
        spring.logIn("admin", "default");
        flask.open("/");
        flask.goBack();

        spring.fill("title", "Across");
        spring.press("Post");

        assertThat(spring.text("[role=status]")).isEqualTo("New entry was successfully posted");
    }
}
