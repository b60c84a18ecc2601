package io.github.sessionstarter.store.filesystem;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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

    private static final Map<Path, Map<String, Lock>> THREADS = new ConcurrentHashMap<>();

    private final RecordDirectory directory;
    private final Map<String, Lock> threads;

    DirectoryLocks(RecordDirectory directory) throws IOException {
        this.directory = directory;
        this.threads = THREADS.computeIfAbsent(directory.realPath(), path -> new ConcurrentHashMap<>());
    }

    /** What is done under a lock. */
    interface Action<T> {

        T perform() throws IOException;
    }

    <T> T hold(String name, Action<T> action) throws IOException {
        Lock thread = threads.computeIfAbsent(name, n -> new ReentrantLock());
        thread.lock();
        // opened each time, so that a lock file that somebody tidied away does no lasting harm; closing it unlocks
        try (FileChannel file = directory.openLockFile(name)) {
            lock(file);
            return action.perform();
        } finally {
            thread.unlock();
        }
    }

    private static void lock(FileChannel file) throws IOException {
        while (true) {
            try {
                file.lock();
                return;
            } catch (OverlappingFileLockException e) {
                // another application in this JVM has a copy of this class of its own, and holds it
                LockSupport.parkNanos(1_000_000);
            }
        }
    }
}
