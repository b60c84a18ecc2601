package io.github.sessionstarter.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** A session in one Redis, shared with the real Flask-Session. */
@RunningFlaskr
@TestPropertySource(properties = {"session.type=redis", "session.serialization-format=pickle"})
@DirtiesContext
class RedisTwinTest extends TwinContract {

    private static TestRedis redis;
    private static FlaskTwin twin;

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

    @Override
    FlaskTwin twin() {
        return twin;
    }

    @Test
    void theRecordStaysFlasks() {
        logInOnFlask();

        spring.setCookie(flask.cookie());
        Browser.Page page = spring.get("/session");

        assertThat(page.body()).contains(">guest<", "<dt>Format</dt><dd>pickle</dd>");
    }

    @Test
    void whoLogsOutOnFlaskIsLoggedOutOnSpringByTheOldCookie() {
        logOutOnFlask();

        Browser.Page page = spring.get("/");

        assertThat(page.body()).doesNotContain("Log out");
    }
}
