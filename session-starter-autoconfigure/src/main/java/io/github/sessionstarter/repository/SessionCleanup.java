package io.github.sessionstarter.repository;

import io.github.sessionstarter.SessionStore;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.NestedExceptionUtils;

/**
 * Removes expired sessions from a store now and then, in batches. Several nodes may do it at once; the pauses differ by a
 * tenth, so that they seldom do.
 */
public final class SessionCleanup implements SmartLifecycle {

    private static final Log log = LogFactory.getLog(SessionCleanup.class);

    private static final double JITTER = 0.1;

    private final SessionStore store;
    private final Duration interval;
    private final int batchSize;
    private @Nullable ScheduledExecutorService executor;

    /** @param interval between two rounds; zero: only {@link #purge} does it */
    public SessionCleanup(SessionStore store, Duration interval, int batchSize) {
        this.store = store;
        this.interval = interval;
        this.batchSize = batchSize;
    }

    /** Removes all expired sessions now, and says how many there were. */
    public int purge() {
        int purged = 0;
        int batch;
        do {
            batch = store.purgeExpired(batchSize);
            purged += batch;
        } while (batch == batchSize);
        return purged;
    }

    @Override
    public synchronized void start() {
        if (executor == null && !interval.isZero()) {
            executor = Executors.newSingleThreadScheduledExecutor(task -> {
                Thread thread = new Thread(task, "session-cleanup");
                thread.setDaemon(true);
                return thread;
            });
            scheduleNext(executor);
        }
    }

    private void scheduleNext(ScheduledExecutorService executor) {
        double factor = 1 + ThreadLocalRandom.current().nextDouble(-JITTER, JITTER);
        long delay = (long) (interval.toMillis() * factor);
        // run catches what it may throw
        var unused = executor.schedule(() -> run(executor), delay, TimeUnit.MILLISECONDS);
    }

    private void run(ScheduledExecutorService executor) {
        try {
            int purged = purge();
            log.debug("Removed " + purged + " expired sessions");
        } catch (RuntimeException | Error e) {
            // the next round tries again, after a LinkageError too: without it the executor would end without a word
            log.warn("Expired sessions could not be removed: " + NestedExceptionUtils.getMostSpecificCause(e));
        }
        if (!executor.isShutdown()) {
            scheduleNext(executor);
        }
    }

    @Override
    public synchronized void stop() {
        if (executor != null) {
            executor.shutdownNow();
            executor = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return executor != null;
    }
}
