package io.github.sessionstarter.faults;

import static org.awaitility.Awaitility.await;

import io.github.sessionstarter.server.Browser;
import io.github.sessionstarter.server.TestServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Browsers that write one numbered key after the other, each into a session of its own, and remember what was acknowledged. */
final class Writers {

    private static final int NUMBER = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final List<Writer> writers;

    private Writers(List<Writer> writers) {
        this.writers = writers;
    }

    /** Each has a session when this returns. */
    static Writers start(TestServer application) {
        return start(application, NUMBER);
    }

    static Writers start(TestServer application, int number) {
        Writers writers = new Writers(IntStream.range(0, number)
                .mapToObj(writer -> new Writer(writer, application.browser()))
                .toList());
        writers.writers.forEach(writer -> writer.thread.start());
        writers.awaitAcknowledged(1);
        return writers;
    }

    private static final class Writer {

        private final int number;
        private final Browser browser;
        private final Thread thread = new Thread(this::write, "writer");
        private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
        private final AtomicInteger refused = new AtomicInteger();
        private final Set<Integer> others = ConcurrentHashMap.newKeySet();
        private volatile boolean stopped;

        Writer(int number, Browser browser) {
            this.number = number;
            this.browser = browser;
            thread.setDaemon(true);
        }

        private void write() {
            for (int count = 0; !stopped; count++) {
                String key = "writer%d-%05d".formatted(number, count);
                int status = browser.get("/write?key=" + key).status();
                if (status == 200) {
                    acknowledged.add(key);
                } else if (status == 503) {
                    refused.incrementAndGet();
                } else {
                    others.add(status);
                }
            }
        }

        private Set<String> lost() {
            Set<String> lost = new HashSet<>(acknowledged);
            lost.removeAll(Arrays.asList(browser.get("/keys").body().split(",", -1)));
            return lost;
        }
    }

    /** Until each has written so many more. */
    void awaitAcknowledged(int more) {
        for (Writer writer : writers) {
            int before = writer.acknowledged.size();
            await().atMost(PATIENCE).until(() -> writer.acknowledged.size() >= before + more);
        }
    }

    /** Until one has been answered with 503 once more. */
    void awaitRefused() {
        int before = refused();
        await().atMost(PATIENCE).until(() -> refused() > before);
    }

    private int refused() {
        return writers.stream().mapToInt(writer -> writer.refused.get()).sum();
    }

    int acknowledged() {
        return writers.stream().mapToInt(writer -> writer.acknowledged.size()).sum();
    }

    /** What was acknowledged, and is not in the session now; to be asked when they are stopped. */
    List<String> lost() {
        List<String> lost = new ArrayList<>();
        writers.forEach(writer -> lost.addAll(writer.lost()));
        return lost;
    }

    /** What they were answered beside 200 and 503. */
    Set<Integer> otherStatuses() {
        return writers.stream().flatMap(writer -> writer.others.stream()).collect(Collectors.toSet());
    }

    void stop() throws InterruptedException {
        writers.forEach(writer -> writer.stopped = true);
        for (Writer writer : writers) {
            writer.thread.join();
        }
    }

    @Override
    public String toString() {
        return acknowledged() + " acknowledged, " + refused() + " refused";
    }
}
