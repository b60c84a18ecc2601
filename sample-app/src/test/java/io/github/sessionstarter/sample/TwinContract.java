package io.github.sessionstarter.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What one session is on Spring and on the real Flask; the tests carry its cookie from one to the other. */
abstract class TwinContract {

    @LocalServerPort
    int port;

    Browser spring;
    Browser flask;

    abstract FlaskTwin twin();

    @BeforeEach
    void open() {
        spring = Browser.of(port);
        flask = twin().browser();
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
        logInOnFlask();

        spring.setCookie(flask.cookie());
        Browser.Page page = spring.get("/");

        assertThat(page.body()).contains(">guest<", "Log out");
    }

    void logInOnFlask() {
        flask.get("/");
        flask.submit("/login", Map.of("username", "guest", "password", "welcome"));
    }

    /** Logs in on Spring, and out again on Flask. */
    void logOutOnFlask() {
        spring.logIn("admin", "default");
        flask.setCookie(spring.cookie());
        flask.get("/");
        flask.submit("/logout");
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
