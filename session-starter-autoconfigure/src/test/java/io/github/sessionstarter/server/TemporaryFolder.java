package io.github.sessionstarter.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/** Folders for servers that live as long as the tests' JVM, and go with it. Others are JUnit's {@code @TempDir}. */
public final class TemporaryFolder {

    private TemporaryFolder() {}

    public static Path create() {
        try {
            Path folder = Files.createTempDirectory("sessions");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
