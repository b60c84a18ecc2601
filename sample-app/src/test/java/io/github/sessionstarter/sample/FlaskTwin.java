package io.github.sessionstarter.sample;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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

    /** The first Python that imports these; where none does the test is skipped, or fails if Flask is required. */
    static String pythonWith(String... modules) {
        String imports = "import " + String.join(", ", modules);
        return PYTHONS.stream()
                .filter(candidate -> runs(candidate, imports))
                .findFirst()
                .orElseThrow(() -> Prerequisite.missing(
                        "flask", "Neither " + String.join(" nor ", PYTHONS) + " runs '" + imports + "'"));
    }

    private static boolean runs(String python, String code) {
        Process process;
        try {
            process = new ProcessBuilder(python, "-c", code)
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

    static FlaskTwin start(String python, Map<String, String> environment) throws Exception {
        ProcessBuilder builder =
                new ProcessBuilder(python, SCRIPT.toString()).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().keySet().removeAll(List.of("SECRET_KEY", "SESSION_TYPE", "REDIS_PORT"));
        builder.environment().put("PORT", "0");
        builder.environment().putAll(environment);
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

    URI server() {
        return server;
    }

    void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
