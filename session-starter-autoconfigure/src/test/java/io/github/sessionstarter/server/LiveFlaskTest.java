package io.github.sessionstarter.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** A live Flask and a live Spring application hand one cookie to and fro. */
class LiveFlaskTest {

    private static final String SECRET_KEY = TestServer.SECRET_KEY;
    private static final Duration LIFETIME = Duration.ofDays(31);

    private static FlaskPeer flask;
    private static TestServer spring;

    @BeforeAll
    static void start() {
        flask = FlaskPeer.start(Map.of("SECRET_KEY", SECRET_KEY));
        spring = TestServer.start(ServletContainer.TOMCAT, ConversationApplication.class, compatible(Map.of()));
    }

    @AfterAll
    static void stop() {
        if (flask != null) {
            flask.close();
        }
        if (spring != null) {
            spring.close();
        }
    }

    private static Map<String, String> compatible(Map<String, String> properties) {
        Map<String, String> all = new HashMap<>(properties);
        all.put("session.cookie.max-size", "0");
        return all;
    }

    /** The browser goes on to the other application, as if both were behind one host name. */
    private static Browser carried(Browser from, Browser to) {
        to.setCookie("session", from.cookie("session"));
        return to;
    }

    @Test
    void springReadsEveryTypeThatFlaskWrites() {
        Browser onFlask = flask.browser();
        onFlask.get("/fill");

        Browser onSpring = carried(onFlask, spring.browser());

        assertThat(onSpring.get("/dump").body()).isEqualTo(onFlask.get("/dump").body());
    }

    @Test
    void flaskReadsEveryTypeThatSpringWrites() {
        Browser onFlask = flask.browser();
        onFlask.get("/fill");
        String types = onFlask.get("/types").body();
        String dump = onFlask.get("/dump").body();

        Browser onSpring = spring.browser();
        onSpring.post("/update", dump);
        Browser back = carried(onSpring, flask.browser());

        assertThat(back.get("/dump").body()).isEqualTo(dump);
        assertThat(back.get("/types").body()).isEqualTo(types);
    }

    @Test
    void bothReadWhatTheOtherCompressed() {
        Browser onFlask = flask.browser();
        onFlask.get("/fill-a-lot");
        Browser onSpring = carried(onFlask, spring.browser());
        onSpring.post("/update", "{\"more\":1}");

        Browser back = carried(onSpring, flask.browser());

        assertThat(onFlask.cookie("session")).startsWith(".");
        assertThat(onSpring.cookie("session")).startsWith(".");
        assertThat(back.get("/dump").body()).isEqualTo(onSpring.get("/dump").body());
    }

    @Test
    void aPermanentSessionIsRefreshedByBoth() {
        Browser onFlask = flask.browser();
        onFlask.get("/permanent?v=1");

        Browser.Answer answer = carried(onFlask, spring.browser()).get("/noop");

        assertThat(answer.setCookies()).hasSize(1);
        assertThat(answer.setCookies().get(0).attributes()).containsKey("Expires");
    }

    @Test
    void springRefusesWhatFlaskSignedTooLongAgo() {
        Browser onFlask = flask.browser();
        onFlask.get("/fill");
        try (TestServer later = TestServer.start(ServletContainer.TOMCAT, InTheFuture.class, compatible(Map.of()))) {

            Browser onSpring = carried(onFlask, later.browser());

            assertThat(onSpring.get("/dump").body()).isEqualTo("{}");
        }
    }

    @Test
    void flaskRefusesWhatSpringSignedTooLongAgo() {
        try (TestServer earlier = TestServer.start(ServletContainer.TOMCAT, InThePast.class, compatible(Map.of()))) {
            Browser onSpring = earlier.browser();
            onSpring.post("/update", "{\"a\":1}");

            Browser onFlask = carried(onSpring, flask.browser());

            assertThat(onFlask.get("/dump").body()).isEqualTo("{}");
        }
    }

    @Test
    void springVerifiesWithAFallbackWhatFlaskSignedWithTheOldKeyAndSignsItAnew() {
        Map<String, String> rotated = compatible(Map.of(
                "session.secret-key",
                "the new key, which Flask will have",
                "session.secret-key-fallbacks",
                SECRET_KEY));
        try (TestServer ahead = TestServer.start(ServletContainer.TOMCAT, ConversationApplication.class, rotated);
                FlaskPeer rotatedFlask = FlaskPeer.start(Map.of("SECRET_KEY", "the new key, which Flask will have"))) {
            Browser onFlask = flask.browser();
            onFlask.get("/fill");
            Browser onSpring = carried(onFlask, ahead.browser());
            onSpring.post("/update", "{\"more\":1}");

            Browser onNewFlask = carried(onSpring, rotatedFlask.browser());
            Browser onOldFlask = carried(onSpring, flask.browser());

            assertThat(onNewFlask.get("/dump").body())
                    .contains("\"more\":1")
                    .isEqualTo(onSpring.get("/dump").body());
            assertThat(onOldFlask.get("/dump").body()).isEqualTo("{}");
        }
    }

    @Test
    void neitherAcceptsACookieOfAnotherKey() {
        try (FlaskPeer stranger = FlaskPeer.start(Map.of("SECRET_KEY", "the key of somebody else"))) {
            Browser onStranger = stranger.browser();
            onStranger.get("/fill");

            assertThat(carried(onStranger, spring.browser()).get("/dump").body())
                    .isEqualTo("{}");
            assertThat(carried(onStranger, flask.browser()).get("/dump").body()).isEqualTo("{}");
        }
    }

    @Configuration(proxyBeanMethods = false)
    @Import(ConversationApplication.class)
    static class InTheFuture {

        @Bean
        Clock clock() {
            return Clock.offset(Clock.systemUTC(), LIFETIME.plusMinutes(1));
        }
    }

    @Configuration(proxyBeanMethods = false)
    @Import(ConversationApplication.class)
    static class InThePast {

        @Bean
        Clock clock() {
            return Clock.offset(Clock.systemUTC(), LIFETIME.plusMinutes(1).negated());
        }
    }
}
