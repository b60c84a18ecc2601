package io.github.sessionstarter.store.filesystem;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sessionstarter.SessionStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Other JVMs on the same directory. */
class OtherProcessesTest {

    private static final String KEY = "session:shared";

    @TempDir
    private Path directory;

    private static List<String> java(Class<?> program, Object... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:-UsePerfData",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName()));
        Stream.of(arguments).map(Object::toString).forEach(command::add);
        return command;
    }

    private static Process start(List<String> command) throws IOException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private SessionStore store(String value) {
        SessionStore store =
                new FilesystemSessionStore(directory, 500, 0600, Duration.ofSeconds(10), Clock.systemUTC());
        store.insert(KEY, value.getBytes(StandardCharsets.US_ASCII), Duration.ofMinutes(10));
        return store;
    }

    @Test
    void noReplacementIsLost() throws Exception {
        SessionStore store = store("0");

        Process first = start(java(Counting.class, directory, KEY));
        Process second = start(java(Counting.class, directory, KEY));
        Counting.times(200, store, KEY);

        assertThat(List.of(first.waitFor(), second.waitFor())).containsOnly(0);
        assertThat(store.load(KEY, null).value())
                .asString(StandardCharsets.US_ASCII)
                .isEqualTo("600");
    }

    /** A process whose files may not grow meets what a full disk gives: a write that fails half-way. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aFailedWriteLeavesTheOldRecordAndNoLitter() throws Exception {
        SessionStore store = store("old");
        List<String> before = names();
        List<String> limited = new ArrayList<>(List.of("sh", "-c", "ulimit -f 128 && exec \"$@\"", "sh"));
        limited.addAll(java(FailingWrite.class, directory, KEY));

        assertThat(start(limited).waitFor()).isZero();

        assertThat(store.load(KEY, null).value())
                .asString(StandardCharsets.US_ASCII)
                .isEqualTo("old");
        assertThat(names()).isEqualTo(before);
    }

    /** The locks stay; they are few. */
    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.startsWith("lock-"))
                    .sorted()
                    .toList();
        }
    }
}
