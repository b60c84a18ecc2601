package io.github.sessionstarter.benchmarks.micro;

import io.github.sessionstarter.benchmarks.Part;
import io.github.sessionstarter.benchmarks.report.Figure;
import io.github.sessionstarter.benchmarks.report.Interval;
import io.github.sessionstarter.benchmarks.report.Page;
import io.github.sessionstarter.benchmarks.report.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Single steps under JMH: the time of each, and the bytes it allocates. */
public final class MicroBenchmark implements Part {

    private static final double SIGNING_MARK = 1.5;
    private static final double UNTOUCHED_MARK = 1000;

    /** The machine is not the same machine after a minute: what is compared is measured side by side, again and again. */
    private static final int PASSES = 6;

    private final int rounds;

    /**
     * Prepares the measurement.
     *
     * @param rounds how many iterations each step is measured for
     */
    public MicroBenchmark(int rounds) {
        this.rounds = rounds;
    }

    /** One step: nanoseconds and bytes for one operation. */
    private record Step(double nanoseconds, double error, double bytes) {

        static Step of(RunResult result) {
            return new Step(
                    result.getPrimaryResult().getScore(),
                    result.getPrimaryResult().getScoreError(),
                    Objects.requireNonNull(result.getSecondaryResults().get("gc.alloc.rate.norm"))
                            .getScore());
        }

        String time() {
            return Double.isNaN(error) ? Figure.of(nanoseconds) : Figure.of(nanoseconds) + " ± " + Figure.of(error);
        }
    }

    /** A step of ours and its parts, some times one after the other. */
    private record Pair(List<Step> ours, List<Step> parts) {

        Pair() {
            this(new ArrayList<>(), new ArrayList<>());
        }

        Interval ratio() {
            return Interval.ofRatios(values(ours, Step::nanoseconds), values(parts, Step::nanoseconds));
        }

        private static double[] values(List<Step> steps, ToDoubleFunction<Step> value) {
            return steps.stream().mapToDouble(value).toArray();
        }

        private static String median(List<Step> steps, ToDoubleFunction<Step> value) {
            return Figure.whole(Interval.of(values(steps, value)).median());
        }

        void addTo(Table table, String name) {
            table.row(
                    name,
                    median(ours, Step::nanoseconds),
                    median(parts, Step::nanoseconds),
                    ratio().ratio(),
                    median(ours, Step::bytes),
                    median(parts, Step::bytes));
        }
    }

    @Override
    public void measure(Page page) throws IOException {
        Map<String, Pair> signing = pairs();
        Map<String, Step> requests = run(RequestBenchmark.class, "", rounds, "kept");
        Map<String, Step> formats = run(FormatBenchmark.class, "", rounds, "sample", "format");
        page.write("micro-marks", marks(signing, requests).toString());
        page.write("micro-signing", besideParts(signing).toString());
        page.write("micro-requests", steps("a request, or a call", requests).toString());
        page.write("micro-formats", steps("a session", formats).toString());
    }

    private Map<String, Pair> pairs() throws IOException {
        Map<String, Pair> pairs = new TreeMap<>();
        for (int pass = 0; pass < PASSES; pass++) {
            for (String method : List.of("sign", "verify")) {
                Map<String, Step> steps = run(SigningBenchmark.class, method, Math.max(1, rounds / PASSES), "sample");
                steps.forEach((name, step) -> {
                    Step parts = steps.get(name.replaceFirst(",", "Floor,"));
                    if (parts != null) {
                        Pair pair = pairs.computeIfAbsent(name, unused -> new Pair());
                        pair.ours.add(step);
                        pair.parts.add(parts);
                    }
                });
            }
        }
        return pairs;
    }

    /**
     * Runs the benchmarks of a class.
     *
     * @param prefix of the methods' names
     * @param iterations how often each is measured
     * @param parameters what the names of its steps tell beside the method
     */
    private static Map<String, Step> run(Class<?> benchmark, String prefix, int iterations, String... parameters)
            throws IOException {
        Options options = new OptionsBuilder()
                .include(benchmark.getName() + "\\." + prefix)
                .mode(Mode.AverageTime)
                .timeUnit(TimeUnit.NANOSECONDS)
                .forks(1)
                .warmupIterations(5)
                .warmupTime(TimeValue.milliseconds(500))
                .measurementIterations(iterations)
                .measurementTime(TimeValue.milliseconds(250))
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true)
                .build();
        try {
            return named(new Runner(options).run(), parameters);
        } catch (RunnerException e) {
            throw new IOException(e);
        }
    }

    private static Map<String, Step> named(Collection<RunResult> results, String... parameters) {
        Map<String, Step> steps = new TreeMap<>();
        for (RunResult result : results) {
            String benchmark = result.getParams().getBenchmark();
            StringBuilder name = new StringBuilder(benchmark.substring(benchmark.lastIndexOf('.') + 1));
            for (String parameter : parameters) {
                name.append(", ").append(result.getParams().getParam(parameter).toLowerCase(Locale.ROOT));
            }
            steps.put(name.toString(), Step.of(result));
        }
        return steps;
    }

    private static Table marks(Map<String, Pair> signing, Map<String, Step> requests) {
        Table table = new Table("mark", "wanted", "measured", "");
        signing.forEach((name, pair) -> table.row(
                name + " / its parts",
                "≤ " + SIGNING_MARK,
                pair.ratio().ratio(),
                pair.ratio().median() <= SIGNING_MARK ? "reached" : "missed"));
        requests.forEach((name, step) -> {
            if (name.startsWith("untouched")) {
                table.row(
                        name,
                        "≤ " + Figure.of(UNTOUCHED_MARK) + " ns",
                        step.time() + " ns, " + Figure.whole(step.bytes()) + " B",
                        step.nanoseconds() <= UNTOUCHED_MARK ? "reached" : "missed");
            }
        });
        return table;
    }

    private static Table besideParts(Map<String, Pair> pairs) {
        Table table = new Table("a session", "ns", "ns of its parts", "ratio", "bytes", "bytes of its parts");
        pairs.forEach((name, pair) -> pair.addTo(table, name));
        return table;
    }

    private static Table steps(String first, Map<String, Step> steps) {
        Table table = new Table(first, "ns", "bytes");
        steps.forEach((name, step) -> table.row(name, step.time(), Figure.whole(step.bytes())));
        return table;
    }
}
