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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/**
 * What an application does while the server of its sessions fails, and afterwards; for every store. One application
 * fails its requests then, the other serves them anonymously; both were started while the server could not be reached.
 */
@TestInstance(Lifecycle.PER_CLASS)
abstract class StoreFaultsContract {

    static final String TIMEOUT_MILLISECONDS = "1000";

    /** Far below what clients wait by themselves, far above what ours may, for machines that are slow. */
    private static final Duration IN_TIME = Duration.ofSeconds(10);

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final int CROWD = 50;

    @TempDir
    static Path directory;

    private KillableServer server;
    private FaultyProxy proxy;
    private TestServer application;
    private TestServer anonymous;

    private Answer answerAtStart;
    private List<Answer> crowd;
    private Duration crowdTook;

    abstract KillableServer server(Path directory);

    /** Of an application whose server is on this port. */
    abstract Map<String, String> properties(int port);

    /** Whether the server has after a kill what it had before. */
    abstract boolean isDurable();

    @BeforeAll
    void startWithoutTheServer() {
        server = server(directory);
        proxy = new FaultyProxy(server.port());
        proxy.refuse();
        application = start("fail");
        answerAtStart = application.browser().get("/write?key=a");
        proxy.pass();
        proxy.hang();
        anonymous = start("anonymous");
        long start = System.nanoTime();
        crowd = atOnce(() -> anonymous.browser().get("/write?key=a"));
        crowdTook = Duration.ofNanos(System.nanoTime() - start);
        server.start();
        proxy.pass();
    }

    private TestServer start(String onFailure) {
        Map<String, String> all = new HashMap<>(properties(proxy.port()));
        all.put("session.store-timeout", TIMEOUT_MILLISECONDS + "ms");
        all.put("session.on-store-failure", onFailure);
        return TestServer.start(ServletContainer.TOMCAT, FaultApplication.class, all);
    }

    private static List<Answer> atOnce(Supplier<Answer> request) {
        ExecutorService threads = Executors.newFixedThreadPool(CROWD);
        try {
            return Stream.generate(() -> CompletableFuture.supplyAsync(request, threads)).limit(CROWD).toList().stream()
                    .map(CompletableFuture::join)
                    .toList();
        } finally {
            threads.shutdown();
        }
    }

    @AfterAll
    void stop() {
        Stream.of(application, anonymous, proxy, server).forEach(StoreFaultsContract::close);
    }

    private static void close(AutoCloseable closeable) {
        try {
            if (closeable != null) {
                closeable.close();
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** A browser with a session that has the key {@code a}. */
    private Browser visitor(TestServer application) {
        Browser browser = application.browser();
        await().atMost(PATIENCE)
                .until(() -> browser.get("/write?key=a").status() == 200
                        && browser.get("/read?key=a").status() == 200);
        return browser;
    }

    private static void awaitRecovery(Browser browser) {
        await().atMost(PATIENCE).until(() -> browser.get("/read?key=a").status() == 200);
    }

    private Answer during(Fault fault, Supplier<Answer> request) {
        fault.begin(server, proxy);
        try {
            return request.get();
        } finally {
            fault.end(server, proxy);
        }
    }

    private static Answer inTime(Supplier<Answer> request) {
        long start = System.nanoTime();
        Answer answer = request.get();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(IN_TIME);
        return answer;
    }

    @Test
    void anApplicationStartsWithoutTheServerAndWorksWhenItIsThere() {
        Browser browser = visitor(application);

        assertThat(answerAtStart.status()).isEqualTo(503);
        assertThat(answerAtStart.setCookies()).isEmpty();
        assertThat(browser.get("/read?key=a").body()).isEqualTo("written");
    }

    /** At a server that accepts connections and says nothing, and that nobody has reached yet. */
    @Test
    void aCrowdWaitsNoLongerThanOneDoes() {
        assertThat(crowd).extracting(Answer::status).containsOnly(503);
        assertThat(crowdTook).isLessThan(IN_TIME);
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void aReadIsAnsweredWith503InTimeAndServedAfterwards(Fault fault) {
        Browser browser = visitor(application);

        Answer answer = during(fault, () -> inTime(() -> browser.get("/read?key=a")));

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.setCookies()).isEmpty();
        awaitRecovery(browser);
        assertThat(browser.get("/read?key=a").body())
                .isEqualTo(fault == Fault.KILLED && !isDurable() ? "null" : "written");
    }

    @ParameterizedTest
    @EnumSource(value = Fault.class, mode = Mode.EXCLUDE, names = "KILLED")
    void aServerThatGoesInTheMiddleOfARequestIs503AndNothingIsHalfSaved(Fault fault) {
        Browser browser = visitor(application);
        String cookie = browser.cookie("session");
        application.context().getBean(Interruption.class).is(() -> fault.begin(server, proxy));

        Answer answer;
        try {
            answer = inTime(() -> browser.get("/write-two"));
        } finally {
            fault.end(server, proxy);
        }

        assertThat(answer.status()).isEqualTo(503);
        assertThat(browser.cookie("session")).isEqualTo(cookie);
        awaitRecovery(browser);
        assertThat(browser.get("/read?key=a").body()).isEqualTo("written");
        assertThat(browser.get("/read?key=second").body())
                .isEqualTo(browser.get("/read?key=first").body());
    }

    @ParameterizedTest
    @EnumSource(value = Fault.class, mode = Mode.EXCLUDE, names = "KILLED")
    void whoOnlyReadsMayBeServedAnonymously(Fault fault) {
        Browser browser = visitor(anonymous);

        Answer read = during(fault, () -> inTime(() -> browser.get("/read?key=a")));

        assertThat(read.status()).isEqualTo(200);
        assertThat(read.body()).isEqualTo("null");
        assertThat(read.setCookies()).isEmpty();
        await().atMost(PATIENCE).until(() -> browser.get("/read?key=a").body().equals("written"));
    }

    @ParameterizedTest
    @EnumSource(value = Fault.class, names = "HANGING")
    void whoWritesIsNotServedAnonymously(Fault fault) {
        Browser browser = visitor(anonymous);

        Answer written = during(fault, () -> inTime(() -> browser.get("/write?key=b")));

        assertThat(written.status()).isEqualTo(503);
        assertThat(written.setCookies()).isEmpty();
        await().atMost(PATIENCE).until(() -> browser.get("/read?key=a").body().equals("written"));
    }

    @Test
    void anUntouchedRequestIsServedThoughItsSessionIsNotProlonged() {
        Browser browser = visitor(application);

        Answer answer = during(Fault.REFUSING, () -> inTime(() -> browser.get("/untouched")));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("untouched");
        assertThat(answer.setCookies()).isEmpty();
        awaitRecovery(browser);
    }

    @Test
    void whatWasAcknowledgedIsThere() throws InterruptedException {
        Writers writers = Writers.start(application);

        for (Fault fault : Fault.values()) {
            if (fault == Fault.KILLED && !isDurable()) {
                continue;
            }
            fault.begin(server, proxy);
            writers.awaitRefused();
            fault.end(server, proxy);
            writers.awaitAcknowledged(2);
        }
        for (int i = 0; i < 3; i++) {
            proxy.cut();
            writers.awaitAcknowledged(2);
            proxy.hangUp();
            writers.awaitAcknowledged(2);
        }
        writers.stop();

        System.out.println(getClass().getSimpleName() + ": " + writers + ", lost " + writers.lost());
        assertThat(writers.otherStatuses()).isEmpty();
        assertThat(writers.lost()).isEmpty();
    }
}
