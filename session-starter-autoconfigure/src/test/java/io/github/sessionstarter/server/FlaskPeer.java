package io.github.sessionstarter.server;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.json.JsonMapper;

/**
 * A real Flask, run by a Python that has it. Where there is none the test is skipped, unless {@code flask} is among what
 * the system property {@code session.test.require}, or the environment's {@code SESSION_TEST_REQUIRE}, demands.
 */
final class FlaskPeer implements AutoCloseable {

    private static final List<String> PYTHONS = List.of("python3", "/usr/bin/python3");
    private static final Optional<String> PYTHON =
            PYTHONS.stream().filter(FlaskPeer::hasFlask).findFirst();

    private final Process process;
    private final URI uri;

    private FlaskPeer(Process process, URI uri) {
        this.process = process;
        this.uri = uri;
    }

    static FlaskPeer start(Map<String, ?> config) {
        if (PYTHON.isEmpty()) {
            String missing = "No Flask: 'python3 -c \"import flask\"' fails (Debian's package is python3-flask)";
            if (isRequired()) {
                fail(missing);
            }
            abort(missing);
        }
        try {
            Path script = Path.of("src", "test", "resources", "flask", "peer.py");
            ProcessBuilder builder = new ProcessBuilder(PYTHON.orElseThrow(), script.toString());
            builder.environment().put("FLASK_CONFIG", JsonMapper.shared().writeValueAsString(config));
            Process process = builder.redirectError(Redirect.DISCARD).start();
            @SuppressWarnings("resource") // the process owns it
            BufferedReader out = process.inputReader();
            return new FlaskPeer(process, URI.create("http://127.0.0.1:" + out.readLine()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isRequired() {
        String required =
                System.getProperty("session.test.require", System.getenv().getOrDefault("SESSION_TEST_REQUIRE", ""));
        return Arrays.asList(required.split(",", -1)).contains("flask");
    }

    private static boolean hasFlask(String python) {
        try {
            Process process = new ProcessBuilder(python, "-c", "import flask")
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.to(new File(nullDevice())))
                    .start();
            return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String nullDevice() {
        return File.separatorChar == '\\' ? "NUL" : "/dev/null";
    }

    Browser browser() {
        return new Browser(uri);
    }

    @Override
    public void close() {
        process.destroy();
    }
}
