package io.github.sessionstarter.store.filesystem;

import io.github.sessionstarter.SessionStore;
import io.github.sessionstarter.SessionStore.Outcome;
import io.github.sessionstarter.SessionStore.StoredValue;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

/** Adds one to a number in a record, many times, as a program of its own or in a thread. */
final class Counting {

    private Counting() {}

    public static void main(String[] arguments) {
        times(
                200,
                new FilesystemSessionStore(Path.of(arguments[0]), 500, 0600, Duration.ofSeconds(10), Clock.systemUTC()),
                arguments[1]);
    }

    static int times(int times, SessionStore store, String key) {
        for (int i = 0; i < times; i++) {
            while (!addOne(store, key)) {
                // somebody else was faster
            }
        }
        return times;
    }

    private static boolean addOne(SessionStore store, String key) {
        StoredValue loaded = store.load(key, null);
        int number = Integer.parseInt(new String(loaded.value(), StandardCharsets.US_ASCII));
        byte[] next = Integer.toString(number + 1).getBytes(StandardCharsets.US_ASCII);
        return store.replace(key, loaded, next, Duration.ofMinutes(10)) instanceof Outcome.Done;
    }
}
