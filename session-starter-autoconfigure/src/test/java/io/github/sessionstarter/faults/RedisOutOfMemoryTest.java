package io.github.sessionstarter.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sessionstarter.server.Browser;
import io.github.sessionstarter.server.Browser.Answer;
import io.github.sessionstarter.server.ServletContainer;
import io.github.sessionstarter.server.TestServer;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redis.clients.jedis.Jedis;

/** A Redis that has no memory left and evicts nothing. */
class RedisOutOfMemoryTest {

    @ParameterizedTest
    @ValueSource(strings = {"lettuce", "jedis"})
    void refusesToWriteAndStillReadsAndWritesWhenThereIsRoom(String client, @TempDir Path directory) {
        KillableRedis redis = new KillableRedis(directory, "maxmemory-policy noeviction");
        redis.start();
        Map<String, String> properties = Map.of(
                "session.type",
                "redis",
                "spring.data.redis.client-type",
                client,
                "spring.data.redis.host",
                "127.0.0.1",
                "spring.data.redis.port",
                "" + redis.port());
        try (redis;
                TestServer application = TestServer.start(ServletContainer.TOMCAT, FaultApplication.class, properties);
                Jedis jedis = redis.client()) {
            Browser browser = application.browser();
            browser.get("/write?key=a");
            Browser leaving = application.browser();
            leaving.get("/write?key=a");

            jedis.configSet("maxmemory", "1");
            Answer change = browser.get("/write?key=b");
            Answer read = browser.get("/keys");
            Answer newSession = application.browser().get("/write?key=a");
            Answer end = leaving.get("/remove?key=a");
            jedis.configSet("maxmemory", "0");
            Answer changeAfterwards = browser.get("/write?key=c");

            assertThat(change.status()).isEqualTo(503);
            assertThat(read.status()).isEqualTo(200);
            assertThat(read.body()).contains("a").doesNotContain("b");
            assertThat(newSession.status()).isEqualTo(503);
            assertThat(newSession.setCookies()).isEmpty();
            assertThat(end.status()).as("a logout needs no memory").isEqualTo(200);
            assertThat(changeAfterwards.status()).isEqualTo(200);
            assertThat(browser.get("/keys").body().split(","))
                    .contains("a", "c")
                    .doesNotContain("b");
            assertThat(jedis.dbSize()).isEqualTo(1);
        }
    }
}
