package io.github.sessionstarter.serialization;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sessionstarter.Prerequisite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A real Python that has markupsafe, as it has wherever it has Flask. Where there is none the test is skipped, unless
 * {@code flask} is among what the system property {@code session.test.require}, or the environment's
 * {@code SESSION_TEST_REQUIRE}, demands.
 */
final class PythonPeer {

    private PythonPeer() {}

    static String require() {
        return Prerequisite.python("flask", "markupsafe", "python3-flask");
    }

    /** What the script answers to these lines. */
    static List<String> answers(String mode, List<String> lines) {
        String python = require();
        try {
            Path script = Path.of("src", "test", "resources", "pickle", "peer.py");
            Path input = Files.createTempFile("python", ".txt");
            Path output = Files.createTempFile("python", ".txt");
            try {
                Files.write(input, lines);
                Process process = new ProcessBuilder(python, "-X", "utf8", script.toString(), mode)
                        .redirectInput(input.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
                assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
                return Files.readAllLines(output, StandardCharsets.UTF_8);
            } finally {
                Files.delete(input);
                Files.delete(output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
