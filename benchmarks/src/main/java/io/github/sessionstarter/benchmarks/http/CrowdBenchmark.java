package io.github.sessionstarter.benchmarks.http;

import io.github.sessionstarter.benchmarks.Jdk;
import io.github.sessionstarter.benchmarks.Part;
import io.github.sessionstarter.benchmarks.Servers;
import io.github.sessionstarter.benchmarks.application.Contender;
import io.github.sessionstarter.benchmarks.application.Handler;
import io.github.sessionstarter.benchmarks.report.Figure;
import io.github.sessionstarter.benchmarks.report.Interval;
import io.github.sessionstarter.benchmarks.report.Page;
import io.github.sessionstarter.benchmarks.report.Table;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** More and more requests at once, on platform threads and on virtual ones. */
public final class CrowdBenchmark implements Part {

    private static final int[] CROWDS = {1, 4, 16, 64, 256};
    private static final int VISITORS = 1000;
    private static final Handler HANDLER = Handler.CHANGE;
    private static final int MAX_ROUNDS = 5;
    private static final Duration WARM_UP = Duration.ofSeconds(8);
    private static final Duration MEASUREMENT = Duration.ofSeconds(1);
    private static final List<Contender> CONTENDERS = List.of(Contender.NONE, Contender.COOKIE, Contender.REDIS);

    private final int rounds;

    /**
     * Prepares the measurement.
     *
     * @param rounds how often each crowd is measured at most
     */
    public CrowdBenchmark(int rounds) {
        // its rates are compared over a factor of hundreds
        this.rounds = Math.min(rounds, MAX_ROUNDS);
    }

    @Override
    public void measure(Page page) throws IOException {
        Jdk jdk = Jdk.newest();
        Table table = new Table(
                HANDLER.label() + ", requests/s by requests at once",
                Arrays.stream(CROWDS).mapToObj(Integer::toString).toArray(String[]::new));
        Load load = Load.best();
        try (Servers servers = new Servers()) {
            for (boolean virtual : jdk.hasVirtualThreads() ? new boolean[] {false, true} : new boolean[] {false}) {
                for (Contender contender : CONTENDERS) {
                    try (RunningContender running = RunningContender.start(
                            contender,
                            servers,
                            VISITORS,
                            jdk.java(),
                            List.of("--spring.threads.virtual.enabled=" + virtual))) {
                        String name = contender.label() + (virtual ? ", virtual threads" : ", platform threads");
                        table.row(name, rates(load, running).toArray());
                        System.out.println("crowd: " + name);
                    }
                }
            }
        }
        page.write("crowd", table + "\nJDK " + jdk.version() + ".\n");
    }

    private List<String> rates(Load load, RunningContender running) throws IOException {
        load.send(running.uri(HANDLER), running.cookies(), CROWDS[2], WARM_UP);
        List<String> rates = new ArrayList<>();
        for (int crowd : CROWDS) {
            double[] samples = new double[rounds];
            for (int round = 0; round < rounds; round++) {
                samples[round] = load.send(running.uri(HANDLER), running.cookies(), crowd, MEASUREMENT)
                        .perSecond();
            }
            rates.add(Figure.whole(Interval.of(samples).median()));
        }
        return rates;
    }
}
