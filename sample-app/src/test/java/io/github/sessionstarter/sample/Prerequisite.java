package io.github.sessionstarter.sample;

import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * Something that a test uses and a machine may lack. Where it is missing the test is skipped in one clear line, unless
 * the system property {@code session.test.require}, or the environment's {@code SESSION_TEST_REQUIRE}, demands it: both
 * are names with commas between.
 */
final class Prerequisite {

    private Prerequisite() {}

    /**
     * Skips the test, or fails it where it is demanded; what it returns is never seen.
     *
     * @param name under which the test may be demanded
     * @param problem what is missing, and where Debian has it; no full stop
     */
    static IllegalStateException missing(String name, String problem) {
        if (isRequired(name)) {
            Assertions.fail(problem + ", and session.test.require asks for it");
        }
        String line = problem + ". Tests that use it are skipped.";
        System.out.println(line);
        Assumptions.abort(line);
        return new IllegalStateException(line);
    }

    private static boolean isRequired(String name) {
        return Stream.of(System.getenv("SESSION_TEST_REQUIRE"), System.getProperty("session.test.require"))
                .filter(Objects::nonNull)
                .flatMap(names -> Stream.of(names.split(",")))
                .map(String::trim)
                .anyMatch(name::equals);
    }
}
