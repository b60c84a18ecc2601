package io.github.sessionstarter.actuate;

import io.github.sessionstarter.server.TestServer;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Statistic;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/** The meters of an application's sessions. */
public final class Meters {

    /** What the observation of store calls adds. */
    private static final Set<String> OBSERVATIONS = Set.of("session.store", "session.store.active");

    private Meters() {}

    /** By how much each meter's count grew while something happened; those that did not are left out. */
    public static Map<String, Integer> during(TestServer server, Runnable action) {
        MeterRegistry registry = server.context().getBean(MeterRegistry.class);
        Map<String, Integer> before = counts(registry);
        action.run();
        Map<String, Integer> grown = new TreeMap<>();
        counts(registry).forEach((name, count) -> {
            if (count > before.getOrDefault(name, 0)) {
                grown.put(name, count - before.getOrDefault(name, 0));
            }
        });
        return grown;
    }

    private static Map<String, Integer> counts(MeterRegistry registry) {
        Map<String, Integer> counts = new TreeMap<>();
        registry.getMeters().stream()
                .filter(Meters::isOfSessions)
                .forEach(meter -> counts.put(name(meter), count(meter)));
        return counts;
    }

    private static boolean isOfSessions(Meter meter) {
        String name = meter.getId().getName();
        return name.startsWith("session.") && !OBSERVATIONS.contains(name);
    }

    private static String name(Meter meter) {
        String outcome = meter.getId().getTag("outcome");
        return meter.getId().getName() + (outcome == null ? "" : " " + outcome);
    }

    private static int count(Meter meter) {
        return StreamSupport.stream(meter.measure().spliterator(), false)
                .filter(measurement -> measurement.getStatistic() == Statistic.COUNT)
                .mapToInt(measurement -> (int) measurement.getValue())
                .sum();
    }
}
