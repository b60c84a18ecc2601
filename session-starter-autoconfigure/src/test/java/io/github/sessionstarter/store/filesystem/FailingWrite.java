package io.github.sessionstarter.store.filesystem;

import io.github.sessionstarter.SessionStore;
import io.github.sessionstarter.SessionStore.StoredValue;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

/** A program that may write no large file; ends with 0 if replacing and inserting one is an error. */
final class FailingWrite {

    private static final Duration TIME_TO_LIVE = Duration.ofMinutes(10);

    private FailingWrite() {}

    public static void main(String[] arguments) {
        SessionStore store =
                new FilesystemSessionStore(Path.of(arguments[0]), 500, 0600, Duration.ofSeconds(10), Clock.systemUTC());
        StoredValue loaded = store.load(arguments[1], null);
        byte[] large = new byte[1 << 20];
        boolean failed = fails(() -> store.replace(arguments[1], loaded, large, TIME_TO_LIVE))
                && fails(() -> store.insert("session:another", large, TIME_TO_LIVE));
        System.exit(failed ? 0 : 1);
    }

    private static boolean fails(Runnable write) {
        try {
            write.run();
            return false;
        } catch (UncheckedIOException e) {
            return true;
        }
    }
}
