package io.github.sessionstarter.store.filesystem;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Locks by name that exclude the other threads, whichever store they use, and the other processes on one directory. Two
 * are needed for that: a {@link java.nio.channels.FileLock} is held by the whole JVM.
 *
 * <p>cachelib locks nothing: against a Flask peer only the single file is safe, which both replace by renaming.
 */
final class DirectoryLocks {

    /** No system tells when another process lets go of a lock, unless one waits without an end. */
    private static final long POLL_NANOS = 1_000_000;

    private static final Map<Path, Map<String, Lock>> THREADS = new ConcurrentHashMap<>();

    private final RecordDirectory directory;
    private final Map<String, Lock> threads;
    private final Duration timeout;

    /** @param timeout how long to wait for a lock: who holds it may have been stopped in the middle */
    DirectoryLocks(RecordDirectory directory, Duration timeout) throws IOException {
        this.directory = directory;
        this.timeout = timeout;
        this.threads = THREADS.computeIfAbsent(directory.realPath(), path -> new ConcurrentHashMap<>());
    }

    /** What is done under a lock. */
    interface Action<T> {

        T perform() throws IOException;
    }

    /** @throws IOException what the action throws; or the lock was not to be had in time, and nothing was done */
    <T> T hold(String name, Action<T> action) throws IOException {
        long deadline = System.nanoTime() + timeout.toNanos();
        Lock thread = threads.computeIfAbsent(name, n -> new ReentrantLock());
        lock(thread, deadline);
        // opened each time, so that a lock file that somebody tidied away does no lasting harm; closing it unlocks
        try (FileChannel file = directory.openLockFile(name)) {
            lock(file, deadline);
            return action.perform();
        } finally {
            thread.unlock();
        }
    }

    private void lock(Lock thread, long deadline) throws IOException {
        try {
            if (thread.tryLock(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw late();
    }

    private void lock(FileChannel file, long deadline) throws IOException {
        while (!isLocked(file)) {
            if (System.nanoTime() - deadline > 0) {
                throw late();
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
    }

    private static boolean isLocked(FileChannel file) throws IOException {
        try {
            return file.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            // another application in this JVM has a copy of this class of its own, and holds it
            return false;
        }
    }

    private IOException late() {
        return new IOException(
                "A lock on " + directory + " was held by somebody else for over " + timeout.toMillis() + " ms");
    }
}
