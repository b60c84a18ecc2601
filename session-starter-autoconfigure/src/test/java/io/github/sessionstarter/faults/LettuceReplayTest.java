package io.github.sessionstarter.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.sessionstarter.faults.FaultApplication.Interruption;
import io.github.sessionstarter.server.Browser;
import io.github.sessionstarter.server.Browser.Answer;
import io.github.sessionstarter.server.ServletContainer;
import io.github.sessionstarter.server.TestServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.Jedis;

/**
 * Lettuce sends a command again whose connection broke before the answer came. What was done already when it comes the
 * second time must not pass for somebody else's doing.
 */
class LettuceReplayTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static KillableRedis redis;
    private static FaultyProxy proxy;
    private static TestServer application;

    private Jedis jedis;

    @BeforeAll
    static void start(@TempDir Path directory) {
        redis = new KillableRedis(directory);
        redis.start();
        proxy = new FaultyProxy(redis.port());
        application = TestServer.start(
                ServletContainer.TOMCAT,
                FaultApplication.class,
                Map.of(
                        "session.type", "redis",
                        "session.store-timeout", "5s",
                        "spring.data.redis.host", "127.0.0.1",
                        "spring.data.redis.port", "" + proxy.port()));
        // so that the scripts are known to the server
        Browser browser = application.browser();
        browser.get("/write?key=a");
        browser.get("/write?key=b");
        browser.get("/remove?key=a");
        browser.get("/remove?key=b");
    }

    @AfterAll
    static void stop() {
        application.close();
        proxy.close();
        redis.close();
    }

    @BeforeEach
    void connect() {
        jedis = redis.client();
        jedis.flushDB();
        jedis.configResetStat();
    }

    @AfterEach
    void disconnect() {
        jedis.close();
    }

    private static Browser visitor() {
        Browser browser = application.browser();
        browser.get("/write?key=a");
        return browser;
    }

    /** The connection breaks after the server did what the request's last command wants, and before it could say so. */
    private static Answer cutOff(Browser browser, String path, Callable<Boolean> isDone) {
        application.context().getBean(Interruption.class).is(proxy::swallowAnswers);
        CompletableFuture<Answer> answer = CompletableFuture.supplyAsync(() -> browser.get(path));
        await().atMost(PATIENCE).until(isDone);
        proxy.hangUp();
        proxy.pass();
        return answer.join();
    }

    private int calls(String command) {
        return jedis.info("commandstats")
                .lines()
                .filter(line -> line.startsWith("cmdstat_" + command + ":calls="))
                .mapToInt(line -> Integer.parseInt(line.replaceAll(".*:calls=(\\d+),.*", "$1")))
                .sum();
    }

    @Test
    void aNewSessionIsOneThoughItIsMadeTwice() {
        Browser browser = application.browser();

        Answer answer = cutOff(browser, "/write-two", () -> jedis.dbSize() == 1);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(calls("set")).as("it was sent again").isEqualTo(2);
        assertThat(jedis.dbSize()).isEqualTo(1);
        assertThat(browser.get("/keys").body()).contains("first", "second");
    }

    @Test
    void aChangeIsSavedThoughItIsSentTwice() {
        Browser browser = visitor();

        Answer answer = cutOff(browser, "/write-two", () -> calls("evalsha") == 1);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(calls("evalsha")).as("it was sent again").isEqualTo(2);
        assertThat(browser.get("/keys").body()).contains("a", "first", "second");
    }

    @Test
    void aDeletionThatIsSentTwiceIsNotTakenForSomebodyElses() {
        Browser browser = visitor();

        Answer answer = cutOff(browser, "/remove?key=a", () -> jedis.dbSize() == 0);

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.setCookies()).isEmpty();
        assertThat(calls("evalsha")).as("it was sent again").isEqualTo(2);
        assertThat(browser.get("/read?key=a").body()).isEqualTo("null");
    }
}
