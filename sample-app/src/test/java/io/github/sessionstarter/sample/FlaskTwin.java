package io.github.sessionstarter.sample;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The real Flask, running {@code flask-twin/twin.py} on a free port. */
final class FlaskTwin {

    /** Debian's own has Debian's Flask, whatever other Python comes first on the path. */
    private static final List<String> PYTHONS = List.of("python3", "/usr/bin/python3");

    private static final Path SCRIPT = Path.of("flask-twin", "twin.py");
    private static final Pattern PORT = Pattern.compile("Listening on http://localhost:(\\d+)/");
    private static final long SECONDS = 60;

    private final Process process;
    private final URI server;

    private FlaskTwin(Process process, URI server) {
        this.process = process;
        this.server = server;
    }

    /** The first Python that has Flask. */
    static Optional<String> python() {
        return PYTHONS.stream().filter(FlaskTwin::hasFlask).findFirst();
    }

    private static boolean hasFlask(String python) {
        Process process;
        try {
            process = new ProcessBuilder(python, "-c", "import flask")
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            // there is no such Python
            return false;
        }
        try {
            return process.waitFor(SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            process.destroyForcibly();
        }
    }

    static FlaskTwin start(String python) throws Exception {
        ProcessBuilder builder =
                new ProcessBuilder(python, SCRIPT.toString()).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("PORT", "0");
        builder.environment().remove("SECRET_KEY");
        Process process = builder.start();
        try {
            String line =
                    CompletableFuture.supplyAsync(() -> firstLine(process)).get(SECONDS, TimeUnit.SECONDS);
            Matcher port = PORT.matcher(line);
            if (!port.matches()) {
                throw new IllegalStateException("The twin says no port, but: " + line);
            }
            return new FlaskTwin(process, URI.create("http://" + RunningFlaskr.HOST + ":" + port.group(1)));
        } catch (Exception e) {
            process.destroyForcibly();
            throw e;
        }
    }

    private static String firstLine(Process process) {
        try {
            // left open: a closed pipe would stop the twin
            BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
            return String.valueOf(output.readLine());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Browser browser() {
        return new Browser(server);
    }

    void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
