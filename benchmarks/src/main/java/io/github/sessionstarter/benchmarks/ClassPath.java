package io.github.sessionstarter.benchmarks;

import java.io.File;
import java.util.Arrays;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The class path of this JVM, or a part of it for another. */
final class ClassPath {

    private ClassPath() {}

    static String of(Predicate<String> entries) {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entries)
                .collect(Collectors.joining(File.pathSeparator));
    }
}
