package io.github.sessionstarter.benchmarks.http;

import io.github.sessionstarter.benchmarks.application.Contender;
import io.github.sessionstarter.benchmarks.application.Handler;
import io.github.sessionstarter.benchmarks.report.Interval;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * All contenders, one after the other, round after round: what befalls the machine befalls them alike. The order is
 * another in each round, the same in each run.
 */
final class Race {

    private static final int CONNECTIONS = 16;

    private final Load load;
    private final List<RunningContender> contenders;
    private final int rounds;
    private final Map<Lane, double[]> rates = new HashMap<>();
    private final Map<Lane, double[]> processorTimes = new HashMap<>();

    Race(Load load, List<RunningContender> contenders, int rounds) {
        this.load = load;
        this.contenders = contenders;
        this.rounds = rounds;
    }

    private record Lane(Handler handler, Contender contender) {}

    void warmUp(Duration duration) throws IOException {
        for (Handler handler : Handler.values()) {
            for (RunningContender contender : contenders) {
                send(contender, handler, duration);
            }
        }
    }

    void run(Duration duration) throws IOException {
        Random random = new Random(rounds);
        List<RunningContender> order = new ArrayList<>(contenders);
        for (int round = 0; round < rounds; round++) {
            Collections.shuffle(order, random);
            for (Handler handler : Handler.values()) {
                for (RunningContender contender : order) {
                    measure(round, contender, handler, duration);
                }
            }
            System.out.println("HTTP: round " + (round + 1) + " of " + rounds);
        }
    }

    private void measure(int round, RunningContender contender, Handler handler, Duration duration) throws IOException {
        Lane lane = new Lane(handler, contender.contender());
        Duration before = contender.processorTime();
        Load.Answered answered = send(contender, handler, duration);
        Duration spent = contender.processorTime().minus(before);
        of(lane, rates)[round] = answered.perSecond();
        of(lane, processorTimes)[round] = spent.toNanos() / 1e3 / answered.requests();
    }

    private Load.Answered send(RunningContender contender, Handler handler, Duration duration) throws IOException {
        List<String> cookies = handler.needsCookie() ? contender.cookies() : List.of();
        return load.send(contender.uri(handler), cookies, CONNECTIONS, duration);
    }

    private double[] of(Lane lane, Map<Lane, double[]> figures) {
        return figures.computeIfAbsent(lane, unused -> new double[rounds]);
    }

    private double[] ratesOf(Handler handler, Contender contender) {
        return of(new Lane(handler, contender), rates);
    }

    /** What the server's JVM spends on a request, in microseconds of processor time. */
    Interval processorTime(Handler handler, Contender contender) {
        return Interval.of(of(new Lane(handler, contender), processorTimes));
    }

    /** Requests a second. */
    Interval rate(Handler handler, Contender contender) {
        return Interval.of(ratesOf(handler, contender));
    }

    /** How many times as many requests as the rival, round by round. */
    Interval ratio(Handler handler, Contender contender, Contender rival) {
        return Interval.ofRatios(ratesOf(handler, contender), ratesOf(handler, rival));
    }
}
