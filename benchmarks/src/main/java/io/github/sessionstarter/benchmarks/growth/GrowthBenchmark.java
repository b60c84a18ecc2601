package io.github.sessionstarter.benchmarks.growth;

import io.github.sessionstarter.benchmarks.JvmProcess;
import io.github.sessionstarter.benchmarks.Part;
import io.github.sessionstarter.benchmarks.Servers;
import io.github.sessionstarter.benchmarks.application.Contender;
import io.github.sessionstarter.benchmarks.report.Figure;
import io.github.sessionstarter.benchmarks.report.Page;
import io.github.sessionstarter.benchmarks.report.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sessions with more keys, with longer values, and more of them: what a request spends on one. */
public final class GrowthBenchmark implements Part {

    private static final int MAX_RECORDS = 1_000_000;

    private final List<Growth> growths = List.of(
            new Growth("keys", "µs, by keys"),
            new Growth("bytes", "µs, by bytes of one value"),
            new Growth("records", "µs, by records in the store"));

    private record Growth(String step, String title, Map<Integer, Map<Contender, Double>> bySize) {

        Growth(String step, String title) {
            this(step, title, new LinkedHashMap<>());
        }

        void put(int size, Contender contender, double microseconds) {
            bySize.computeIfAbsent(size, unused -> new LinkedHashMap<>()).put(contender, microseconds);
        }

        Table table(List<Contender> contenders) {
            Table table =
                    new Table(title, contenders.stream().map(Contender::label).toArray(String[]::new));
            bySize.forEach((size, figures) -> table.row(
                    Figure.whole(size),
                    contenders.stream()
                            .map(contender -> figures.getOrDefault(contender, Double.NaN))
                            .map(figure -> figure.isNaN() ? "–" : Figure.of(figure))
                            .toArray()));
            return table;
        }
    }

    @Override
    public void measure(Page page) throws IOException {
        List<Contender> contenders =
                Arrays.stream(Contender.values()).filter(Contender::isStarter).toList();
        try (Servers servers = new Servers()) {
            for (Contender contender : contenders) {
                measure(contender, servers);
                System.out.println("growth: " + contender.label());
            }
        }
        StringBuilder tables = new StringBuilder();
        growths.forEach(growth -> tables.append(growth.table(contenders)).append('\n'));
        page.write("growth", tables.toString());
    }

    private void measure(Contender contender, Servers servers) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(contender.name(), Integer.toString(MAX_RECORDS)));
        arguments.addAll(servers.argumentsOf(contender));
        try (JvmProcess process = JvmProcess.start(
                JvmProcess.java(), contender::hasOnClassPath, List.of("-Xmx2g"), GrowthApplication.class, arguments)) {
            String step = process.await(GrowthApplication.STEP);
            while (!GrowthApplication.END.endsWith(step)) {
                String[] parts = step.split(" ", 3);
                for (Growth growth : growths) {
                    if (growth.step().equals(parts[0])) {
                        growth.put(Integer.parseInt(parts[1]), contender, Double.parseDouble(parts[2]));
                    }
                }
                step = process.await(GrowthApplication.STEP);
            }
        }
    }
}
