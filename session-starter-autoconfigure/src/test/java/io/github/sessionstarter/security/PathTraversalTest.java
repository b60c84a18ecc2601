package io.github.sessionstarter.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sessionstarter.Opened;
import io.github.sessionstarter.Opened.Rejection;
import io.github.sessionstarter.SessionRepository;
import io.github.sessionstarter.serialization.Pickle;
import io.github.sessionstarter.store.filesystem.FilesystemSessionStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A firewall let the session cookie name the file that its session lay in, and so be written anywhere (CVE-2024-3400);
 * gorilla/sessions' FilesystemStore joined the id to its directory as it came (gorilla/sessions#275). Here an id that looks
 * like a path reaches no store, and even a store's key never becomes part of a path: files are named by its hash.
 */
@DisplayName("CVE-2024-3400, gorilla/sessions#275: no id is a path")
class PathTraversalTest {

    @TempDir
    private static Path folder;

    private static Path sessions;
    private static SessionRepository repository;

    @BeforeAll
    static void plantARecordEverywhereThatAnIdMightLead() throws IOException {
        sessions = Files.createDirectories(folder.resolve("a/sessions"));
        repository = Repositories.of(
                "session.type=filesystem",
                "session.file.dir=" + sessions,
                "session.file.threshold=0",
                "session.key-prefix=");
        Map<String, Object> admin = new HashMap<>(Map.of("admin", true));
        byte[] pickle = new Pickle(Pickle.Protocol.BINARY).write(admin);
        byte[] record = new byte[4 + pickle.length];
        System.arraycopy(pickle, 0, record, 4, pickle.length);
        Files.write(folder.resolve("outside"), record);
        Files.write(folder.resolve("a/outside"), record);
        Files.write(sessions.resolve("inside"), record);
    }

    static Stream<String> pathsAsIds() {
        return Stream.of(
                "..",
                ".",
                "../outside",
                "../../outside",
                "..\\outside",
                "..%2foutside",
                "%2e%2e/outside",
                "%2e%2e%2foutside",
                "..%252foutside",
                "..%c0%afoutside",
                "..\u2215outside",
                "\uff0e\uff0e/outside",
                "....//outside",
                "./inside",
                "inside",
                "inside/.",
                "inside\u0000",
                "../outside\u0000.pickle",
                "\u0000",
                "/etc/passwd",
                "//etc/passwd",
                "file:///etc/passwd",
                "C:\\boot.ini",
                "\\\\server\\share",
                "~/.ssh/id_rsa",
                "$(touch outside)",
                "inside;outside",
                "a".repeat(300),
                "../".repeat(100) + "etc/passwd",
                ".".repeat(251),
                "a".repeat(70_000));
    }

    /** All files but the empty ones that are only there to be locked. */
    private static Map<String, String> files() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : (Iterable<Path>) paths.filter(PathTraversalTest::isOfSomebody)::iterator) {
                files.put(folder.relativize(path).toString(), Files.getLastModifiedTime(path) + " " + Files.size(path));
            }
        }
        return files;
    }

    private static boolean isOfSomebody(Path path) {
        return Files.isRegularFile(path) && !path.toString().endsWith(".__wz_cache");
    }

    @ParameterizedTest
    @MethodSource("pathsAsIds")
    void anIdThatIsAPathReadsNothingTouchesNothingAndMakesNothing(String id) throws IOException {
        Map<String, String> before = files();

        Opened opened = repository.open(id);

        assertThat(opened.rejection()).isEqualTo(Rejection.UNKNOWN);
        assertThat(opened.data()).doesNotContainKey("admin");
        assertThat(files()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("pathsAsIds")
    void whatIsThenWrittenLiesUnderANewIdInTheDirectory(String id) throws IOException {
        Map<String, String> before = files();

        String cookie = Repositories.put(repository, repository.open(id), "a", 1);

        assertThat(cookie).matches("[A-Za-z0-9_-]{43}");
        assertThat(files()).containsAllEntriesOf(before);
        assertThat(files().keySet()).allMatch(name -> before.containsKey(name) || name.startsWith("a/sessions/"));
    }

    @ParameterizedTest
    @MethodSource("pathsAsIds")
    void aKeyThatIsAPathStaysInTheDirectory(String key) throws IOException {
        FilesystemSessionStore store = new FilesystemSessionStore(
                folder.resolve("a/keys"), 0, 0600, Duration.ofSeconds(10), Clock.systemUTC());
        Map<String, String> before = files();

        boolean inserted = store.insert(key, new byte[] {'(', 'd', '.'}, Duration.ofMinutes(1));

        assertThat(inserted).isTrue();
        assertThat(store.load(key, Duration.ofMinutes(2)).value()).containsExactly('(', 'd', '.');
        assertThat(files()).containsAllEntriesOf(before);
        assertThat(files().keySet()).allMatch(name -> before.containsKey(name) || name.matches("a/keys/[0-9a-f]{32}"));
    }
}
