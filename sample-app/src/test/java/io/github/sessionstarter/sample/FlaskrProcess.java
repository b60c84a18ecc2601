package io.github.sessionstarter.sample;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Flaskr in a process of its own, which can be killed. */
final class FlaskrProcess {

    private static final Pattern STARTED = Pattern.compile("Tomcat started on port (\\d+)");
    private static final long SECONDS = 120;

    private final Process process;
    private final CompletableFuture<Integer> port;

    private FlaskrProcess(Process process, CompletableFuture<Integer> port) {
        this.process = process;
        this.port = port;
    }

    /** Starts it with this test's class path and JVM; it may not answer yet. */
    static FlaskrProcess start(String... arguments) throws IOException {
        return start(List.of(), List.of(arguments));
    }

    /** Starts what the build has processed ahead of time; Spring refuses where there is nothing. */
    static FlaskrProcess startProcessed(String... arguments) throws IOException {
        return start(List.of("-Dspring.aot.enabled=true"), List.of(arguments));
    }

    private static FlaskrProcess start(List<String> options, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of(
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                FlaskrApplication.class.getName(),
                "--server.port=0",
                "--server.address=" + RunningFlaskr.HOST));
        command.addAll(arguments);
        Process process =
                new ProcessBuilder(command).redirectError(Redirect.DISCARD).start();
        return new FlaskrProcess(process, CompletableFuture.supplyAsync(() -> portOf(process)));
    }

    private static int portOf(Process process) {
        try {
            // left open: a closed pipe would stop the process
            BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                Matcher started = STARTED.matcher(line);
                if (started.find()) {
                    return Integer.parseInt(started.group(1));
                }
            }
            throw new IllegalStateException("Flaskr did not start");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A browser, as soon as Flaskr answers. */
    Browser browser() throws Exception {
        return Browser.of(port.get(SECONDS, TimeUnit.SECONDS));
    }

    /** Gives it no time to do anything more. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }
}
