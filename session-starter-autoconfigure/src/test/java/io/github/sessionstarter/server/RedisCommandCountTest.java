package io.github.sessionstarter.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * How many commands a request costs, as Redis itself counts them. A script's own commands are counted there too: an
 * {@code evalsha} that replaces a record shows a {@code get} and a {@code set} beside it.
 */
class RedisCommandCountTest {

    private static TestServer server;

    /** A request that takes longer than a second asks once more whether its session is still there; here none does. */
    @Configuration(proxyBeanMethods = false)
    @Import(MvcApplication.class)
    static class InOneMoment {

        @Bean
        Clock clock() {
            return Clock.fixed(Instant.now(), ZoneOffset.UTC);
        }
    }

    @BeforeAll
    static void start() {
        server = TestServer.start(ServletContainer.TOMCAT, InOneMoment.class, Stores.REDIS.properties());
        // so that the scripts are known to the server
        Browser browser = loggedIn();
        browser.get("/put?key=a&value=c");
        browser.get("/regenerate");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Browser loggedIn() {
        Browser browser = server.browser();
        browser.get("/put?key=a&value=b");
        return browser;
    }

    private static Map<String, Integer> commands(Browser browser, Consumer<Browser> request) {
        return RedisCommands.during(server, () -> request.accept(browser));
    }

    @Test
    void anUntouchedRequestWithoutACookieSendsNone() {
        assertThat(commands(server.browser(), browser -> browser.get("/untouched")))
                .isEmpty();
    }

    @Test
    void anUntouchedRequestWithACookieSendsOneThatRefreshes() {
        assertThat(commands(loggedIn(), browser -> browser.get("/untouched"))).isEqualTo(Map.of("getex", 1));
    }

    @Test
    void aReadSendsOne() {
        assertThat(commands(loggedIn(), browser -> browser.get("/get?key=a"))).isEqualTo(Map.of("getex", 1));
    }

    @Test
    void aReadWithoutACookieSendsNone() {
        assertThat(commands(server.browser(), browser -> browser.get("/get?key=a")))
                .isEmpty();
    }

    @Test
    void aChangeSendsTwo() {
        assertThat(commands(loggedIn(), browser -> browser.get("/put?key=a&value=c")))
                .isEqualTo(Map.of("getex", 1, "evalsha", 1, "get", 1, "set", 1));
    }

    @Test
    void aNewSessionSendsOne() {
        assertThat(commands(server.browser(), browser -> browser.get("/put?key=a&value=c")))
                .isEqualTo(Map.of("set", 1));
    }

    @Test
    void aNewIdSendsThree() {
        assertThat(commands(loggedIn(), browser -> browser.get("/regenerate")))
                .isEqualTo(Map.of("getex", 1, "set", 1, "evalsha", 1, "get", 1, "del", 1));
    }

    @Test
    void aLogoutSendsTwo() {
        assertThat(commands(loggedIn(), browser -> browser.get("/clear"))).isEqualTo(Map.of("getex", 1, "del", 1));
    }

    @Test
    void withRefreshingOffAnUntouchedRequestSendsNone() {
        Map<String, String> properties = new TreeMap<>(Stores.REDIS.properties());
        properties.put("session.refresh-each-request", "false");
        try (TestServer still = TestServer.start(ServletContainer.TOMCAT, MvcApplication.class, properties)) {
            Browser browser = still.browser();
            browser.get("/put?key=a&value=b");

            assertThat(commands(browser, visitor -> visitor.get("/untouched"))).isEmpty();
            assertThat(commands(browser, visitor -> visitor.get("/get?key=a"))).isEqualTo(Map.of("get", 1));
        }
    }
}
