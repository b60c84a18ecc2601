package io.github.sessionstarter.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sessionstarter.Opened;
import io.github.sessionstarter.Opened.Rejection;
import io.github.sessionstarter.Prerequisite;
import io.github.sessionstarter.SessionRepository;
import io.github.sessionstarter.SessionStore;
import io.github.sessionstarter.serialization.Msgpack;
import io.github.sessionstarter.serialization.StoredFormat;
import io.github.sessionstarter.store.memory.MemorySessionStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Flask-Caching unpickled what it found in its cache, and who could write there ran code (CVE-2021-33026). Here a pickle is
 * data: a name in it is looked up in a list of values' names, and called by nobody. The pickles are made by a real Python
 * ({@code security/exploits.py}), which runs their code when it loads them.
 */
@DisplayName("CVE-2021-33026: a pickle runs no code")
class PickleTest {

    private static final SessionStore store = new MemorySessionStore(Clock.systemUTC());
    private static final SessionRepository repository = Repositories.on(store);

    @TempDir
    private static Path folder;

    private static Path marker;
    private static Map<String, byte[]> exploits;

    @BeforeAll
    static void makeExploits() {
        marker = folder.resolve("code-was-run");
        exploits = new LinkedHashMap<>();
        for (String line : python("corpus")) {
            String[] nameAndPickle = line.split("\t", -1);
            exploits.put(nameAndPickle[0], Base64.getDecoder().decode(nameAndPickle[1]));
        }
    }

    private static List<String> python(String mode) {
        String python = Prerequisite.python("flask", "pickle", "python3");
        Path script = Path.of("src", "test", "resources", "security", "exploits.py");
        Path output = folder.resolve(mode);
        try {
            Process process = new ProcessBuilder(python, script.toString(), mode, marker.toString())
                    .redirectOutput(output.toFile())
                    .redirectErrorStream(true)
                    .start();
            assertThat(process.waitFor()).isZero();
            return Files.readAllLines(output, StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static Stream<String> exploits() {
        return exploits.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("exploits")
    @Timeout(30)
    void anExploitIsRefusedWithoutItsText(String name) {
        StoredFormat format = new StoredFormat(new Msgpack());

        assertThatThrownBy(() -> format.read(exploits.get(name)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining(marker.toString());
        assertThat(marker).doesNotExist();
    }

    @ParameterizedTest
    @MethodSource("exploits")
    @Timeout(30)
    void anExploitInAStoreIsANewSessionAndStaysWhereItIs(String name) {
        String planted = UUID.randomUUID().toString();
        store.insert("session:" + planted, exploits.get(name), Duration.ofMinutes(1));

        Opened opened = repository.open(planted);
        String cookie = Repositories.put(repository, opened, "a", 1);

        assertThat(opened.rejection()).isEqualTo(Rejection.UNREADABLE);
        assertThat(cookie).isNotEqualTo(planted);
        assertThat(store.load("session:" + planted, null).value()).isEqualTo(exploits.get(name));
        assertThat(marker).doesNotExist();
    }

    /** Or they would prove nothing. */
    @Test
    void pythonRunsTheCodeOfThem() {
        List<String> proven = python("prove");

        assertThat(proven)
                .contains("inst", "obj", "stack_global", "in a set", "in a frame", "as a key", "a name out of the memo")
                .containsAll(Stream.of("Reduce", "Eval", "Popen", "Getattr")
                        .flatMap(kind -> Stream.of(kind + " in protocol 0", kind + " in a session in protocol 5"))
                        .toList());
    }

    @Test
    void thereAreManyOfThem() {
        assertThat(exploits).hasSizeGreaterThan(80);
        assertThat(exploits.values()).noneMatch(pickle -> Arrays.equals(pickle, new byte[0]));
    }
}
