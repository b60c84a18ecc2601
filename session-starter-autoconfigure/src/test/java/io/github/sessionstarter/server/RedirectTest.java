package io.github.sessionstarter.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.RedisConnectionFactory;

/** Who is redirected after a change finds it, though the redirect is sent before its handler ends. */
class RedirectTest {

    private static String posted(Browser browser, int n) {
        assertThat(browser.send("POST", "/post?n=" + n, null, browser.cookieHeader())
                        .status())
                .isEqualTo(302);
        return browser.get("/get?key=n").body();
    }

    @Test
    void aThousandTimesAndWrittenOnceEach() {
        try (TestServer server =
                TestServer.start(ServletContainer.TOMCAT, RaceApplication.class, Stores.REDIS.properties())) {
            Browser browser = server.browser();
            posted(browser, 0);
            resetCounts(server);

            for (int n = 1; n <= 1000; n++) {
                assertThat(posted(browser, n)).isEqualTo("" + n);
            }

            assertThat(count(server, "set"))
                    .as("the script's own, which replaces")
                    .isEqualTo(1000);
            assertThat(count(server, "getex")).isEqualTo(2000);
        }
    }

    @ParameterizedTest
    @EnumSource
    void inEveryStore(Stores store) {
        try (TestServer server = TestServer.start(ServletContainer.TOMCAT, RaceApplication.class, store.properties())) {
            Browser browser = server.browser();

            for (int n = 1; n <= 100; n++) {
                assertThat(posted(browser, n)).isEqualTo("" + n);
            }
        }
    }

    private static void resetCounts(TestServer server) {
        try (RedisConnection connection = connection(server)) {
            connection.serverCommands().resetConfigStats();
        }
    }

    private static int count(TestServer server, String command) {
        try (RedisConnection connection = connection(server)) {
            Properties counts = connection.serverCommands().info("commandstats");
            return Integer.parseInt(counts.getProperty("cmdstat_" + command).replaceAll("calls=(\\d+),.*", "$1"));
        }
    }

    private static RedisConnection connection(TestServer server) {
        return server.context().getBean(RedisConnectionFactory.class).getConnection();
    }
}
