package io.github.sessionstarter.benchmarks.startup;

import io.github.sessionstarter.benchmarks.JvmProcess;
import io.github.sessionstarter.benchmarks.Part;
import io.github.sessionstarter.benchmarks.application.Contender;
import io.github.sessionstarter.benchmarks.report.Figure;
import io.github.sessionstarter.benchmarks.report.Interval;
import io.github.sessionstarter.benchmarks.report.Page;
import io.github.sessionstarter.benchmarks.report.Table;
import java.io.IOException;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The start of an empty application with the starter and without it, in turn. */
public final class StartupBenchmark implements Part {

    private final int rounds;

    /**
     * Prepares the measurement.
     *
     * @param rounds how often each application is started
     */
    public StartupBenchmark(int rounds) {
        this.rounds = rounds;
    }

    private record Start(double milliseconds, double beans, double classes) {

        static Start of(Contender contender) throws IOException {
            try (JvmProcess process = JvmProcess.start(
                    JvmProcess.java(), contender::hasOnClassPath, List.of(), EmptyApplication.class, List.of())) {
                String[] figures = process.await(EmptyApplication.STARTED).split(" ", 3);
                return new Start(
                        Double.parseDouble(figures[0]), Double.parseDouble(figures[1]), Double.parseDouble(figures[2]));
            }
        }
    }

    @Override
    public void measure(Page page) throws IOException {
        Start[] without = new Start[rounds];
        Start[] with = new Start[rounds];
        for (int round = 0; round < rounds; round++) {
            without[round] = Start.of(Contender.NONE);
            with[round] = Start.of(Contender.COOKIE);
            System.out.println("start-up: round " + (round + 1) + " of " + rounds);
        }
        double[] before = values(without, Start::milliseconds);
        double[] after = values(with, Start::milliseconds);
        Table table = new Table("an empty web application", "start, ms", "of the first", "beans", "classes");
        row(table, "without the starter", without, Interval.ofRatios(before, before));
        row(table, "with it", with, Interval.ofRatios(after, before));
        page.write("startup", table.toString());
    }

    private static void row(Table table, String name, Start[] starts, Interval ratio) {
        table.row(
                name,
                Figure.whole(Interval.of(values(starts, Start::milliseconds)).median()),
                ratio.ratio(),
                Figure.whole(Interval.of(values(starts, Start::beans)).median()),
                Figure.whole(Interval.of(values(starts, Start::classes)).median()));
    }

    private static double[] values(Start[] starts, ToDoubleFunction<Start> value) {
        double[] values = new double[starts.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = value.applyAsDouble(starts[i]);
        }
        return values;
    }
}
