package io.github.sessionstarter.benchmarks;

import io.github.sessionstarter.benchmarks.growth.GrowthBenchmark;
import io.github.sessionstarter.benchmarks.http.CrowdBenchmark;
import io.github.sessionstarter.benchmarks.http.HttpBenchmark;
import io.github.sessionstarter.benchmarks.micro.MicroBenchmark;
import io.github.sessionstarter.benchmarks.report.Page;
import io.github.sessionstarter.benchmarks.startup.StartupBenchmark;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Measures, prints tables in Markdown, and writes them into the page. */
public final class Benchmarks {

    private Benchmarks() {}

    private static Map<String, Part> parts(int rounds) {
        Map<String, Part> parts = new LinkedHashMap<>();
        parts.put("http", new HttpBenchmark(rounds));
        parts.put("micro", new MicroBenchmark(rounds));
        parts.put("startup", new StartupBenchmark(rounds));
        parts.put("crowd", new CrowdBenchmark(rounds));
        parts.put("growth", new GrowthBenchmark());
        return parts;
    }

    /**
     * Measures.
     *
     * @param args the parts with commas between them, the page's file, and how often each figure is measured
     */
    public static void main(String[] args) throws IOException {
        List<String> names = List.of(args[0].split(","));
        int rounds = Integer.parseInt(args[2]);
        Map<String, Part> parts = parts(rounds);
        if (!parts.keySet().containsAll(names)) {
            throw new IllegalArgumentException("The parts are " + parts.keySet() + ", and not " + names);
        }
        Page page = new Page(Path.of(args[1]));
        new Machine(names, rounds).measure(page);
        for (Map.Entry<String, Part> part : parts.entrySet()) {
            if (names.contains(part.getKey())) {
                part.getValue().measure(page);
            }
        }
    }
}
