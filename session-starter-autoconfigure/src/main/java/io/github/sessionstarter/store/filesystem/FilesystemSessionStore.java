package io.github.sessionstarter.store.filesystem;

import io.github.sessionstarter.SessionStore;
import io.github.sessionstarter.store.filesystem.RecordDirectory.FileRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Sessions in files, one each, where and as Flask-Session's {@code filesystem} type keeps them (cachelib's
 * {@code FileSystemCache}, version 0.9). Safe between threads and between processes that use this class on one machine.
 * Lives are kept to the second, rounded up, until the year 2106.
 *
 * <p>Nothing expires by itself: somebody has to call {@link #purgeExpired}. Errors are {@link UncheckedIOException}.
 */
public final class FilesystemSessionStore implements SessionStore {

    private static final Log log = LogFactory.getLog(FilesystemSessionStore.class);

    private final RecordDirectory directory;
    private final DirectoryLocks locks;
    private final RecordCount count;
    private final int threshold;
    private final Clock clock;
    private final AtomicBoolean warned = new AtomicBoolean();

    /**
     * Makes the directory where there is none, and tries whether it can be written to.
     *
     * @param threshold how many sessions may lie there; before one more is made, expired ones are deleted, then those
     *     nearest their expiry. 0: any number
     * @param mode the files' permissions, as chmod takes them; 0600 at least
     * @param timeout how long to wait for another process or thread that is at the same records
     */
    public FilesystemSessionStore(Path directory, int threshold, int mode, Duration timeout, Clock clock) {
        try {
            this.directory = new RecordDirectory(directory, mode);
            this.directory.requireWritable();
            this.locks = new DirectoryLocks(this.directory, timeout);
            this.count = new RecordCount(this.directory, locks);
            this.threshold = threshold;
            this.clock = clock;
            if (threshold > 0) {
                count.recount(); // as cachelib does when it starts
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public @Nullable StoredValue load(String key, @Nullable Duration extendTo) {
        Path file = directory.file(key);
        Optional<FileRecord> record = extendTo == null
                ? unchecked(() -> Optional.ofNullable(live(file)))
                : locked(file, () -> extend(file, expiry(extendTo)));
        return stored(record.orElse(null));
    }

    private Optional<FileRecord> extend(Path file, long expiry) throws IOException {
        FileRecord present = live(file);
        if (present == null || !directory.writeExpiry(file, expiry)) {
            return Optional.empty();
        }
        return Optional.of(new FileRecord(expiry, present.value()));
    }

    @Override
    public boolean insert(String key, byte[] value, Duration timeToLive) {
        Path file = directory.file(key);
        unchecked(this::makeRoom);
        return locked(file, () -> {
            if (live(file) != null) {
                return false;
            }
            boolean isNew = !Files.exists(file);
            directory.write(file, new FileRecord(expiry(timeToLive), value));
            if (isNew) {
                counted(1);
            }
            return true;
        });
    }

    @Override
    public Outcome replace(String key, StoredValue loaded, byte[] value, Duration timeToLive) {
        Path file = directory.file(key);
        return ifUnchanged(file, loaded, () -> {
            directory.write(file, new FileRecord(expiry(timeToLive), value));
            return true;
        });
    }

    @Override
    public Outcome deleteIfUnchanged(String key, StoredValue loaded) {
        Path file = directory.file(key);
        return ifUnchanged(file, loaded, () -> remove(file));
    }

    private Outcome ifUnchanged(Path file, StoredValue loaded, DirectoryLocks.Action<Boolean> change) {
        return locked(file, () -> {
            StoredValue present = stored(live(file));
            if (present == null) {
                return new Outcome.Gone();
            }
            if (!Arrays.equals(present.value(), loaded.value())) {
                return new Outcome.Changed(present);
            }
            change.perform();
            return new Outcome.Done();
        });
    }

    @Override
    public boolean delete(String key) {
        Path file = directory.file(key);
        return locked(file, () -> {
            Long expiry = directory.readExpiry(file);
            return expiry != null && remove(file) && !isOver(expiry);
        });
    }

    @Override
    public boolean touch(String key, Duration timeToLive) {
        Path file = directory.file(key);
        return locked(file, () -> {
            Long expiry = directory.readExpiry(file);
            return expiry != null && !isOver(expiry) && directory.writeExpiry(file, expiry(timeToLive));
        });
    }

    @Override
    public int purgeExpired(int limit) {
        return unchecked(() -> {
            int purged = 0;
            for (Path file : directory.files()) {
                if (purged == limit) {
                    break;
                }
                Long expiry = directory.readExpiry(file);
                if (expiry != null && isOver(expiry) && removeIfExpiry(file, expiry)) {
                    purged++;
                }
            }
            return purged;
        });
    }

    /** cachelib deletes those that never expire first; here they are the last. */
    private boolean makeRoom() throws IOException {
        if (threshold == 0 || count.get() < threshold) {
            return false;
        }
        return locks.hold("room", () -> {
            List<Candidate> candidates = candidates();
            int surplus = candidates.size() + 1 - threshold;
            for (Candidate candidate : candidates) {
                boolean over = isOver(candidate.expiry());
                if (!over && surplus <= 0) {
                    break;
                }
                if (!over && warned.compareAndSet(false, true)) {
                    log.warn(
                            "More than " + threshold + " sessions in " + directory
                                    + ": deleting those nearest their expiry. A higher session.file.threshold keeps more, 0 all");
                }
                if (removeIfExpiry(candidate.file(), candidate.expiry())) {
                    surplus--;
                }
            }
            count.recount(); // peers without locks may have left it wrong
            return true;
        });
    }

    /** A file, and the second of its expiry. */
    private record Candidate(Path file, long expiry) {

        /** The next to expire first. */
        static final Comparator<Candidate> ORDER = Comparator.comparing(
                        (Candidate candidate) -> candidate.expiry() == RecordDirectory.NEVER)
                .thenComparing(Candidate::expiry);
    }

    private List<Candidate> candidates() throws IOException {
        List<Candidate> candidates = new ArrayList<>();
        for (Path file : directory.files()) {
            Long expiry = directory.readExpiry(file);
            if (expiry != null) {
                candidates.add(new Candidate(file, expiry));
            }
        }
        candidates.sort(Candidate.ORDER);
        return candidates;
    }

    /** Not if somebody gave it another life since it was looked at. */
    private boolean removeIfExpiry(Path file, long expiry) {
        return locked(file, () -> {
            Long present = directory.readExpiry(file);
            return present != null && present == expiry && remove(file);
        });
    }

    private boolean remove(Path file) throws IOException {
        boolean removed = Files.deleteIfExists(file);
        if (removed) {
            counted(-1);
        }
        return removed;
    }

    private void counted(int difference) throws IOException {
        if (threshold > 0) {
            count.add(difference);
        }
    }

    private @Nullable FileRecord live(Path file) throws IOException {
        FileRecord present = directory.read(file);
        return present == null || isOver(present.expiry()) ? null : present;
    }

    /** As cachelib compares them: a record lives up to the moment in which its expiry's second begins. */
    private boolean isOver(long expiry) {
        return expiry != RecordDirectory.NEVER && clock.instant().isAfter(Instant.ofEpochSecond(expiry));
    }

    private long expiry(Duration timeToLive) {
        Instant end = clock.instant().plus(timeToLive).plusNanos(999_999_999);
        return Math.min(end.getEpochSecond(), RecordDirectory.LAST_SECOND);
    }

    private static @Nullable StoredValue stored(@Nullable FileRecord present) {
        if (present == null) {
            return null;
        }
        Instant expiry = present.expiry() == RecordDirectory.NEVER ? null : Instant.ofEpochSecond(present.expiry());
        return new StoredValue(present.value(), null, expiry);
    }

    /** One lock for a sixteenth of the keys: a lock a key would leave a file a key. */
    private <T> T locked(Path file, DirectoryLocks.Action<T> action) {
        return unchecked(() -> locks.hold(file.getFileName().toString().substring(0, 1), action));
    }

    private static <T> T unchecked(DirectoryLocks.Action<T> action) {
        try {
            return action.perform();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
