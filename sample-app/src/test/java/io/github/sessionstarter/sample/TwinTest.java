package io.github.sessionstarter.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** One session, on Spring and on the real Flask; the tests carry the cookie from one to the other. */
@RunningFlaskr
class TwinTest {

    private static FlaskTwin twin;

    @LocalServerPort
    int port;

    Browser spring;
    Browser flask;

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
    void open() {
        spring = Browser.of(port);
        flask = twin.browser();
    }

    @Test
    void whoLogsInOnSpringIsLoggedInOnFlask() {
        spring.logIn("admin", "default");

        flask.setCookie(spring.cookie());
        Browser.Page page = flask.get("/");

        assertThat(page.body()).contains("Logged in as admin");
    }

    @Test
    void whoLogsInOnFlaskIsLoggedInOnSpring() {
        flask.get("/");
        flask.submit("/login", Map.of("username", "guest", "password", "welcome"));

        spring.setCookie(flask.cookie());
        Browser.Page page = spring.get("/");

        assertThat(page.body()).contains(">guest<", "Log out");
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
        spring.logIn("admin", "default");
        flask.setCookie(spring.cookie());
        flask.get("/");
        flask.submit("/logout");

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

    @Test
    void everyTypeArrivesAsPythonsOwn() {
        spring.get("/session");
        for (SampleValue sample : SampleValue.values()) {
            spring.submit("/session/put", Map.of("sample", sample.name()));
        }

        flask.setCookie(spring.cookie());
        Browser.Page page = flask.get("/");

        List<String> types = List.of("int", "str", "list", "dict", "datetime", "UUID", "bytes", "tuple", "Markup");
        assertThat(types).allSatisfy(type -> assertThat(page.body()).contains("<td>" + type + "</td>"));
    }
}
