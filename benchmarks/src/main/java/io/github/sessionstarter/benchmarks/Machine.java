package io.github.sessionstarter.benchmarks;

import io.github.sessionstarter.benchmarks.report.Page;
import io.github.sessionstarter.benchmarks.report.Table;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.catalina.util.ServerInfo;
import org.springframework.boot.SpringBootVersion;
import org.springframework.session.data.redis.RedisSessionRepository;

/** On what it was measured, and with what. */
final class Machine implements Part {

    private static final Path CPU = Path.of("/proc/cpuinfo");

    private final List<String> parts;
    private final int rounds;

    Machine(List<String> parts, int rounds) {
        this.parts = parts;
        this.rounds = rounds;
    }

    @Override
    public void measure(Page page) throws IOException {
        var memory = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        page.write(
                "machine",
                new Table("measured", "with")
                        .row("on", LocalDate.now(ZoneOffset.UTC))
                        .row("parts", String.join(", ", parts) + "; " + rounds + " rounds")
                        .row(
                                "processor",
                                processor() + ", " + Runtime.getRuntime().availableProcessors() + " cores")
                        .row("memory", (memory.getTotalMemorySize() >> 30) + " GiB")
                        .row("system", System.getProperty("os.name") + " " + System.getProperty("os.version"))
                        .row("Java", System.getProperty("java.vm.name") + " " + Runtime.version())
                        .row("Spring Boot", SpringBootVersion.getVersion())
                        .row("Tomcat", ServerInfo.getServerNumber())
                        .row("Spring Session", version(RedisSessionRepository.class))
                        .row("Lettuce", version(io.lettuce.core.RedisClient.class))
                        .toString());
    }

    private static String version(Class<?> type) {
        String version = type.getPackage().getImplementationVersion();
        return version == null ? "?" : version;
    }

    /** As Linux names it. */
    private static String processor() throws IOException {
        if (!Files.isReadable(CPU)) {
            return System.getProperty("os.arch");
        }
        try (var lines = Files.lines(CPU)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        }
    }
}
