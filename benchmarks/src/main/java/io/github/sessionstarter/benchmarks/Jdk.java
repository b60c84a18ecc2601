package io.github.sessionstarter.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * A JDK of this machine.
 *
 * @param java its {@code java}
 */
public record Jdk(Path java, Runtime.Version version) {

    private static final int WITH_VIRTUAL_THREADS = 21;

    /** The newest of those that are installed beside the one that runs this. */
    public static Jdk newest() throws IOException {
        Path home = Path.of(System.getProperty("java.home"));
        try (Stream<Path> beside = Files.list(home.resolveSibling("."))) {
            List<Jdk> jdks = beside.filter(folder -> Files.isExecutable(folder.resolve("bin/java")))
                    .map(Jdk::in)
                    .toList();
            return jdks.stream()
                    .max(Comparator.comparing(Jdk::version))
                    .orElseGet(() -> new Jdk(JvmProcess.java(), Runtime.version()));
        }
    }

    /** Its folder has a file that says which it is. */
    private static Jdk in(Path home) {
        Properties release = new Properties();
        try (var reader = Files.newBufferedReader(home.resolve("release"))) {
            release.load(reader);
        } catch (IOException e) {
            return new Jdk(JvmProcess.java(), Runtime.version());
        }
        String version = release.getProperty("JAVA_VERSION", "17").replace("\"", "");
        return new Jdk(home.resolve("bin/java"), Runtime.Version.parse(version));
    }

    /** Whether {@code spring.threads.virtual.enabled} works. */
    public boolean hasVirtualThreads() {
        return version.feature() >= WITH_VIRTUAL_THREADS;
    }
}
