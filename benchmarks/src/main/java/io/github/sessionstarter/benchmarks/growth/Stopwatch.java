package io.github.sessionstarter.benchmarks.growth;

import java.time.Duration;
import java.util.Arrays;

/** Times an action until its median can be told. */
final class Stopwatch {

    private static final long WARM_UP = Duration.ofMillis(300).toNanos();
    private static final long MEASUREMENT = Duration.ofMillis(500).toNanos();
    private static final int MAX_SAMPLES = 100_000;

    private Stopwatch() {}

    /** The median of one action's time, in microseconds. */
    static double microseconds(Runnable action) {
        times(action, WARM_UP);
        long[] times = times(action, MEASUREMENT);
        Arrays.sort(times);
        return times[times.length / 2] / 1e3;
    }

    /** As many as fit into the time, and one at least. */
    private static long[] times(Runnable action, long nanoseconds) {
        long[] times = new long[MAX_SAMPLES];
        int count = 0;
        long begin = System.nanoTime();
        do {
            long before = System.nanoTime();
            action.run();
            times[count++] = System.nanoTime() - before;
        } while (count < MAX_SAMPLES && System.nanoTime() - begin < nanoseconds);
        return Arrays.copyOf(times, count);
    }
}
