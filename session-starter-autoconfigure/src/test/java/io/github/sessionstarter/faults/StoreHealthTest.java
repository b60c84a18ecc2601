package io.github.sessionstarter.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.sessionstarter.actuate.Meters;
import io.github.sessionstarter.actuate.Operator;
import io.github.sessionstarter.server.Browser;
import io.github.sessionstarter.server.ServletContainer;
import io.github.sessionstarter.server.TestServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import redis.clients.jedis.Jedis;

/** What an operator sees while the server of the sessions fails, and afterwards. */
class StoreHealthTest {

    /** Far below what clients wait by themselves, far above the store's timeout, for machines that are slow. */
    private static final Duration IN_TIME = Duration.ofSeconds(10);

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    static Path directory;

    private static KillableRedis redis;
    private static FaultyProxy proxy;
    private static TestServer server;
    private static Operator operator;

    @BeforeAll
    static void start() {
        redis = new KillableRedis(directory);
        redis.start();
        proxy = new FaultyProxy(redis.port());
        server = TestServer.start(
                ServletContainer.TOMCAT,
                FaultApplication.class,
                Map.of(
                        "session.type", "redis",
                        "session.store-timeout", "1000ms",
                        "spring.data.redis.host", "127.0.0.1",
                        "spring.data.redis.port", "" + proxy.port(),
                        "management.endpoint.health.show-details", "always"));
        operator = new Operator(server, null);
    }

    @AfterAll
    static void stop() {
        server.close();
        proxy.close();
        redis.close();
    }

    private static void awaitUp() {
        await().atMost(PATIENCE).until(() -> operator.get("health/sessionStore").status() == 200);
    }

    private static Browser visitor() {
        Browser browser = server.browser();
        await().atMost(PATIENCE).until(() -> browser.get("/write?key=a").status() == 200);
        return browser;
    }

    @Test
    void aStoreThatAnswersIsUpAndGetsNoRecord() {
        awaitUp();
        try (Jedis jedis = redis.client()) {
            jedis.flushAll();
            jedis.configResetStat();

            Operator.Answer answer = operator.get("health/sessionStore");

            assertThat(answer.json().get("status").stringValue()).isEqualTo("UP");
            assertThat(answer.json().at("/details/type").stringValue()).isEqualTo("redis");
            assertThat(jedis.dbSize()).isZero();
            assertThat(jedis.info("commandstats"))
                    .contains("cmdstat_get:calls=1,")
                    .doesNotContain("getex", "set:");
        }
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void aStoreThatFailsIsDownInTimeAndUpAgainAfterwards(Fault fault) {
        awaitUp();
        fault.begin(redis, proxy);
        Operator.Answer answer;
        Duration took;
        try {
            long start = System.nanoTime();
            answer = operator.get("health/sessionStore");
            took = Duration.ofNanos(System.nanoTime() - start);
        } finally {
            fault.end(redis, proxy);
        }

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.json().get("status").stringValue()).isEqualTo("DOWN");
        assertThat(answer.json().at("/details/type").stringValue()).isEqualTo("redis");
        assertThat(took).isLessThan(IN_TIME);
        awaitUp();
    }

    @Test
    void theErrorsOfRequestsAreCountedAndThoseOfProbesAreNot() {
        Browser browser = visitor();
        proxy.refuse();
        Map<String, Integer> ofRequest;
        Map<String, Integer> ofProbe;
        try {
            ofRequest = Meters.during(server, () -> browser.get("/read?key=a"));
            ofProbe = Meters.during(server, () -> operator.get("health/sessionStore"));
        } finally {
            proxy.pass();
        }

        assertThat(ofRequest)
                .isEqualTo(Map.of("session.opened error", 1, "session.load error", 1, "session.store.errors", 1));
        assertThat(ofProbe).isEmpty();
        awaitUp();
        await().atMost(PATIENCE).until(() -> browser.get("/read?key=a").status() == 200);
        assertThat(Meters.during(server, () -> browser.get("/read?key=a")))
                .isEqualTo(Map.of("session.opened existing", 1, "session.load existing", 1));
    }
}
