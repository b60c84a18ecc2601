package io.github.sessionstarter;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Something that a test uses and a machine may lack. Where it is missing the test is skipped in one clear line, unless
 * the system property {@code session.test.require}, or the environment's {@code SESSION_TEST_REQUIRE}, demands it: both
 * are names with commas between.
 */
public final class Prerequisite {

    private static final List<String> PYTHONS = List.of("python3", "/usr/bin/python3");

    private Prerequisite() {}

    /**
     * A Python that has modules.
     *
     * @param name under which the test may be demanded
     * @param debian the packages that have the modules
     */
    public static String python(String name, String modules, String debian) {
        return PYTHONS.stream()
                .filter(python -> succeeds(python, "-c", "import " + modules))
                .findFirst()
                .orElseThrow(() -> missing(
                        name, "'python3 -c \"import " + modules + "\"' fails (Debian has it in " + debian + ")"));
    }

    /**
     * A program on the PATH.
     *
     * @param name under which the test may be demanded
     * @param debian the package that has the program
     */
    public static void program(String name, String program, String debian) {
        if (Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .noneMatch(folder -> Files.isExecutable(Path.of(folder, program)))) {
            throw missing(name, "No " + program + " on the PATH (Debian has it in " + debian + ")");
        }
    }

    /** Skips the test, or fails it where it is demanded; what it returns is never seen. */
    public static IllegalStateException missing(String name, String what) {
        String demanded =
                System.getProperty("session.test.require", System.getenv().getOrDefault("SESSION_TEST_REQUIRE", ""));
        if (Arrays.asList(demanded.split(",", -1)).contains(name)) {
            fail(what);
        }
        abort(what);
        return new IllegalStateException(what);
    }

    private static boolean succeeds(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.DISCARD)
                    .start();
            return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
