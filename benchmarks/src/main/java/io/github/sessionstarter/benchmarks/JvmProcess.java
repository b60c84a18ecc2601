package io.github.sessionstarter.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A JVM of its own for what is measured, so that nothing else shares its compiler's profile and its heap. */
public final class JvmProcess implements AutoCloseable {

    private final Process process;
    private final BufferedReader output;

    private JvmProcess(Process process) {
        this.process = process;
        this.output = process.inputReader();
    }

    /**
     * Starts one.
     *
     * @param classPath which entries of this JVM's class path it has
     */
    public static JvmProcess start(
            Path java, Predicate<String> classPath, List<String> options, Class<?> main, List<String> arguments)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(java.toString());
        command.addAll(options);
        command.addAll(List.of("-cp", ClassPath.of(classPath), main.getName()));
        command.addAll(arguments);
        return new JvmProcess(
                new ProcessBuilder(command).redirectError(Redirect.INHERIT).start());
    }

    /** The {@code java} that runs this. */
    public static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    /**
     * What stands behind the prefix, in the next line that begins with it.
     *
     * @throws IOException where it ends before
     */
    public String await(String prefix) throws IOException {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(prefix)) {
                return line.substring(prefix.length());
            }
        }
        throw new IOException("The JVM ended before it printed '" + prefix + "'");
    }

    /** What its threads have spent so far, in the kernel too. */
    public Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        output.close();
    }
}
