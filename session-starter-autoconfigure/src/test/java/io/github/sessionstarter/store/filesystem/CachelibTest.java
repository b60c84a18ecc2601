package io.github.sessionstarter.store.filesystem;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sessionstarter.Prerequisite;
import io.github.sessionstarter.SessionStore;
import io.github.sessionstarter.SessionStore.StoredValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real cachelib on the same directory. */
class CachelibTest {

    private static final String KEY = "session:shared";

    /** {@code {'a': 1}}. */
    private static final byte[] PICKLE = "\200\2}X\1\0\0\0aK\1s.".getBytes(StandardCharsets.ISO_8859_1);

    private static String python;

    @TempDir
    private Path directory;

    @BeforeAll
    static void requireCachelib() {
        python = Prerequisite.python("flask", "cachelib", "python3-cachelib");
    }

    /** What the script prints; empty where it fails. */
    private static Optional<String> run(String python, String script, String... arguments) {
        List<String> command = new ArrayList<>(List.of(python, "-c", script));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command).start();
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? Optional.of(out.strip()) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Evaluates an expression with the directory's {@code cache}. Without a threshold it does not touch the count. */
    private String cachelib(int threshold, String expression) {
        String script = """
                import hashlib, sys
                from cachelib import FileSystemCache
                cache = FileSystemCache(sys.argv[1], threshold=int(sys.argv[2]), mode=0o600, hash_method=hashlib.md5)
                print(eval(sys.argv[3]))
                """;
        return run(python, script, directory.toString(), Integer.toString(threshold), expression)
                .orElseThrow();
    }

    private SessionStore store(int threshold) {
        return new FilesystemSessionStore(directory, threshold, 0600, Duration.ofSeconds(10), Clock.systemUTC());
    }

    @Test
    void readsWhatWeWrite() {
        store(500).insert(KEY, PICKLE, Duration.ofMinutes(10));

        assertThat(cachelib(500, "cache.get('session:shared')")).isEqualTo("{'a': 1}");
    }

    @Test
    void writesWhatWeRead() {
        cachelib(500, "cache.set('session:shared', {'a': 1}, 600)");

        StoredValue loaded = store(500).load(KEY, null);

        assertThat(loaded.value()).startsWith(0x80).endsWith('.');
        assertThat(loaded.expiry())
                .isBetween(Instant.now().plusSeconds(500), Instant.now().plusSeconds(601));
    }

    @Test
    void anExtendedLifeAndADeletionReachTheOtherSide() {
        SessionStore store = store(500);
        cachelib(500, "cache.set('session:shared', {'a': 1}, 1)");
        store.touch(KEY, Duration.ofMinutes(10));

        assertThat(cachelib(500, "cache.get('session:shared')")).isEqualTo("{'a': 1}");
        cachelib(500, "cache.delete('session:shared')");
        assertThat(store.load(KEY, null)).isNull();
    }

    @Test
    void bothKeepOneCount() {
        SessionStore store = store(500);
        cachelib(500, "[cache.set(str(i), i, 600) for i in range(300)]");

        store.insert(KEY, PICKLE, Duration.ofMinutes(10));
        store.insert("session:deleted", PICKLE, Duration.ofMinutes(10));
        store.delete("session:deleted");

        assertThat(cachelib(0, "cache._file_count")).isEqualTo("301");
    }

    @Test
    void neitherDeletesTheOthersTemporaryFilesOrLocks() {
        store(500).insert(KEY, PICKLE, Duration.ofMinutes(10));

        cachelib(500, "cache.clear()");

        assertThat(directory.toFile().list()).anyMatch(name -> name.startsWith("lock-"));
    }
}
