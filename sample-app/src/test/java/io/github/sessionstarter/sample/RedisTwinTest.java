package io.github.sessionstarter.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** One session in one Redis, on Spring and on the real Flask-Session; the tests carry its id from one to the other. */
@RunningFlaskr
@TestPropertySource(properties = {"session.type=redis", "session.serialization-format=pickle"})
@DirtiesContext
class RedisTwinTest {

    private static TestRedis redis;
    private static FlaskTwin twin;

    @LocalServerPort
    int port;

    Browser spring;
    Browser flask;

    @BeforeAll
    static void start() throws Exception {
        String python = FlaskTwin.pythonWith("flask", "flask_session", "redis");
        redis = TestRedis.start();
        twin = FlaskTwin.start(python, Map.of("SESSION_TYPE", "redis", "REDIS_PORT", String.valueOf(redis.port())));
    }

    @AfterAll
    static void stop() throws Exception {
        if (twin != null) {
            twin.stop();
        }
        if (redis != null) {
            redis.stop();
        }
    }

    @DynamicPropertySource
    static void connect(DynamicPropertyRegistry registry) {
        registry.add("spring.data.redis.host", () -> RunningFlaskr.HOST);
        registry.add("spring.data.redis.port", () -> redis.port());
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
        Browser.Page page = spring.get("/session");

        assertThat(page.body()).contains(">guest<", "Log out", "<dt>Format</dt><dd>pickle</dd>");
    }

    @Test
    void whoLogsOutOnFlaskIsLoggedOutOnSpring() {
        spring.logIn("admin", "default");
        flask.setCookie(spring.cookie());
        flask.get("/");

        flask.submit("/logout");
        Browser.Page page = spring.get("/");

        assertThat(page.body()).doesNotContain("Log out");
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
