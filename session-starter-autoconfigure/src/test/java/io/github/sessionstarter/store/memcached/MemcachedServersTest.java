package io.github.sessionstarter.store.memcached;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sessionstarter.Prerequisite;
import io.github.sessionstarter.SessionStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.spy.memcached.MemcachedClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Several servers, and one that is shared with the real pylibmc. */
class MemcachedServersTest {

    private static final int KEYS = 100;

    private static final String PEER = """
            import sys, pylibmc
            client = pylibmc.Client(sys.argv[2:], binary=True)
            print(eval(sys.argv[1]))
            """;

    private static final List<TestMemcached> SERVERS = new ArrayList<>();
    private static MemcachedClient client;

    @BeforeAll
    static void start() {
        for (int i = 0; i < 3; i++) {
            SERVERS.add(TestMemcached.start());
        }
        client = TestMemcached.client(SERVERS.toArray(TestMemcached[]::new));
    }

    @AfterAll
    static void stop() {
        if (client != null) {
            client.shutdown();
        }
        SERVERS.forEach(TestMemcached::close);
    }

    /** What the command prints; empty where it fails. */
    private static Optional<String> run(List<String> command) {
        try {
            Process process = new ProcessBuilder(command).start();
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? Optional.of(out.strip()) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String pylibmc(String expression) {
        String python = Prerequisite.python("flask", "pylibmc", "python3-pylibmc");
        List<String> command = new ArrayList<>(List.of(python, "-c", PEER, expression));
        command.add(SERVERS.get(0).address());
        return run(command).orElseThrow();
    }

    @Test
    void keysAreSpreadOverTheServers() {
        SessionStore store = new MemcachedSessionStore(client, TestMemcached.TIMEOUT);
        for (int i = 0; i < KEYS; i++) {
            store.insert("session:" + i, "value".getBytes(StandardCharsets.US_ASCII), Duration.ofMinutes(1));
        }

        assertThat(IntStream.range(0, KEYS)).allMatch(i -> store.load("session:" + i, null) != null);
        assertThat(client.getStats().values()).allSatisfy(stats -> assertThat(Integer.parseInt(stats.get("curr_items")))
                .isPositive());
    }

    @Test
    void pylibmcReadsWhatWeWriteAndWeReadWhatItWrites() {
        MemcachedClient single = TestMemcached.client(SERVERS.get(0));
        SessionStore store = new MemcachedSessionStore(single, TestMemcached.TIMEOUT);
        store.insert("session:ours", "value".getBytes(StandardCharsets.US_ASCII), Duration.ofMinutes(1));

        assertThat(pylibmc("client.get('session:ours')")).isEqualTo("b'value'");
        pylibmc("client.set('session:theirs', b'value', 60)");
        assertThat(store.load("session:theirs", null).value())
                .asString(StandardCharsets.US_ASCII)
                .isEqualTo("value");
        single.shutdown();
    }
}
