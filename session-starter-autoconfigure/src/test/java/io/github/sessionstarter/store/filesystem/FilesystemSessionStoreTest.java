package io.github.sessionstarter.store.filesystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sessionstarter.SessionStore;
import io.github.sessionstarter.SessionStore.StoredValue;
import io.github.sessionstarter.store.SessionStoreContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

class FilesystemSessionStoreTest extends SessionStoreContract {

    private static final Clock CLOCK = Clock.fixed(Instant.ofEpochSecond(1_700_000_000, 1), ZoneOffset.UTC);
    private static final Duration TIME_TO_LIVE = Duration.ofMinutes(1);

    /** The MD5 of {@code session:abc}. */
    private static final String FILE_NAME = "32607b0dcb9d5a58fbe913b473137833";

    @TempDir
    private Path directory;

    private SessionStore store;

    @Override
    protected SessionStore store() {
        if (store == null) {
            store = new FilesystemSessionStore(directory, 500, 0600, Duration.ofSeconds(10), Clock.systemUTC());
        }
        return store;
    }

    @Override
    protected boolean purges() {
        return true;
    }

    private SessionStore storeAt(Clock clock) {
        return new FilesystemSessionStore(directory, 3, 0600, Duration.ofSeconds(10), clock);
    }

    /** The records, without the counter and what cachelib passes over. */
    private List<String> recordNames() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.endsWith(".__wz_cache") && !name.equals("2029240f6d1128be89ddc32729463129"))
                    .toList();
        }
    }

    @Test
    void aFileIsNamedByItsKeysMd5AndBeginsWithItsExpiry() throws IOException {
        storeAt(CLOCK).insert("session:abc", bytes("value"), TIME_TO_LIVE);

        byte[] content = Files.readAllBytes(directory.resolve(recordNames().get(0)));
        assertThat(recordNames()).containsExactly(FILE_NAME);
        // 1700000061: rounded up, little-endian
        assertThat(content)
                .startsWith(0x3d, 0xf1, 0x53, 0x65)
                .endsWith(bytes("value"))
                .hasSize(9);
    }

    @Test
    void anExpiryPast2106IsTheLastThatFits() throws IOException {
        storeAt(CLOCK).insert("session:abc", bytes("value"), Duration.ofDays(365 * 200));

        assertThat(Files.readAllBytes(directory.resolve(FILE_NAME))).startsWith(0xff, 0xff, 0xff, 0xff);
        assertThat(storeAt(CLOCK).load("session:abc", null)).isNotNull();
    }

    @Test
    void anExpiryOfZeroNeverComes() throws IOException {
        Files.write(directory.resolve(FILE_NAME), new byte[] {0, 0, 0, 0, 1});

        StoredValue loaded = storeAt(CLOCK).load("session:abc", null);

        assertThat(loaded.value()).containsExactly(1);
        assertThat(loaded.expiry()).isNull();
    }

    @Test
    void aRecordLivesUntilItsSecondIsOver() {
        storeAt(CLOCK).insert("session:abc", bytes("value"), TIME_TO_LIVE);
        Instant last = Instant.ofEpochSecond(1_700_000_061);

        StoredValue loaded = storeAt(Clock.fixed(last, ZoneOffset.UTC)).load("session:abc", null);

        assertThat(loaded.expiry()).isEqualTo(last);
        assertThat(storeAt(Clock.fixed(last.plusMillis(1), ZoneOffset.UTC)).load("session:abc", null))
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3})
    void aTruncatedFileIsARecordWithoutAValue(int length) throws IOException {
        Files.write(directory.resolve(FILE_NAME), new byte[length]);

        assertThat(storeAt(CLOCK).load("session:abc", null).value()).isEmpty();
        assertThat(storeAt(CLOCK).insert("session:abc", bytes("value"), TIME_TO_LIVE))
                .isFalse();
        assertThat(storeAt(CLOCK).purgeExpired(10)).isZero();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void filesHaveTheModeAskedFor() throws IOException {
        new FilesystemSessionStore(directory, 3, 0640, Duration.ofSeconds(10), CLOCK)
                .insert("session:abc", bytes("value"), TIME_TO_LIVE);

        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).hasSizeGreaterThan(2).allSatisfy(file -> assertThat(Files.getPosixFilePermissions(file))
                    .isEqualTo(PosixFilePermissions.fromString("rw-r-----")));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 0400, 0200, 01777, 04600, -1})
    void modesThatCannotBeAreRefused(int mode) {
        assertThatThrownBy(() -> new FilesystemSessionStore(directory, 3, mode, Duration.ofSeconds(10), CLOCK))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void atTheThresholdTheExpiredGoFirstAndSilently(CapturedOutput output) {
        storeAt(CLOCK).insert("stays", bytes("a"), TIME_TO_LIVE.multipliedBy(2));
        storeAt(CLOCK).insert("expires", bytes("b"), TIME_TO_LIVE);
        storeAt(CLOCK).insert("stays too", bytes("c"), TIME_TO_LIVE.multipliedBy(2));
        SessionStore later = storeAt(Clock.offset(CLOCK, TIME_TO_LIVE.plusSeconds(2)));

        later.insert("new", bytes("d"), TIME_TO_LIVE);

        assertThat(Stream.of("stays", "stays too", "new")).allMatch(key -> later.load(key, null) != null);
        assertThat(storeAt(CLOCK).load("expires", null)).isNull();
        assertThat(output).doesNotContain("session.file.threshold");
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void atTheThresholdTheNextToExpireGoAndOneWarningIsGiven(CapturedOutput output) throws IOException {
        SessionStore full = storeAt(CLOCK);
        full.insert("second to go", bytes("a"), Duration.ofSeconds(20));
        full.insert("first to go", bytes("b"), Duration.ofSeconds(10));
        full.insert("stays", bytes("c"), Duration.ofSeconds(30));
        full.insert("new", bytes("d"), Duration.ofSeconds(40));
        full.insert("newer", bytes("e"), Duration.ofSeconds(5));

        assertThat(Stream.of("stays", "new", "newer")).allMatch(key -> full.load(key, null) != null);
        assertThat(recordNames()).hasSize(3);
        assertThat(output.getOut().split("session.file.threshold", -1)).hasSize(2);
    }

    @Test
    void withoutAThresholdNothingIsDeletedOrCounted() throws IOException {
        SessionStore unbounded = new FilesystemSessionStore(directory, 0, 0600, Duration.ofSeconds(10), CLOCK);

        for (int i = 0; i < 10; i++) {
            unbounded.insert(newKey(), bytes("value"), TIME_TO_LIVE);
        }

        assertThat(recordNames()).hasSize(10);
    }

    @Test
    void filesOfOthersAreLeftAlone() throws IOException {
        Path foreign = Files.writeString(directory.resolve("notes.txt"), "\1\0\0\0");
        SessionStore full = storeAt(CLOCK);

        for (int i = 0; i < 5; i++) {
            full.insert(newKey(), bytes("value"), TIME_TO_LIVE);
        }
        full.purgeExpired(100);

        assertThat(foreign).exists();
    }

    @Test
    void ofManyReplacementsThroughSeveralStoresNoneIsLost() throws Exception {
        store().insert("session:abc", bytes("0"), TIME_TO_LIVE);

        atOnce(
                8,
                i -> Counting.times(
                        50,
                        new FilesystemSessionStore(directory, 500, 0600, Duration.ofSeconds(10), Clock.systemUTC()),
                        "session:abc"));

        assertThat(store().load("session:abc", null).value()).isEqualTo(bytes("400"));
    }

    /** A Flask peer knows no locks. */
    @Test
    void aRecordThatAPeerRemovesBeforeItIsProlongedIsAbsent() throws IOException {
        RecordDirectory records = new RecordDirectory(directory, 0600);
        Path file = records.file("session:removed");

        assertThat(records.writeExpiry(file, 1)).isFalse();
        assertThat(file).doesNotExist();
    }

    @Test
    void whoHoldsALockForTooLongFailsTheOthersAndNothingElse() throws Exception {
        SessionStore store = new FilesystemSessionStore(directory, 0, 0600, Duration.ofMillis(50), CLOCK);
        store.insert("session:abc", bytes("value"), TIME_TO_LIVE);
        RecordDirectory records = new RecordDirectory(directory, 0600);
        String name = records.file("session:abc").getFileName().toString().substring(0, 1);

        try (FileChannel held = records.openLockFile(name)) {
            held.lock();
            assertThatThrownBy(() -> store.delete("session:abc"))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("over 50 ms");
        }

        assertThat(store.delete("session:abc")).isTrue();
    }
}
