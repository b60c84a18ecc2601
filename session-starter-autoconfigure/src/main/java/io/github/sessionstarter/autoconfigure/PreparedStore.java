package io.github.sessionstarter.autoconfigure;

import io.github.sessionstarter.SessionStore;
import io.github.sessionstarter.SessionStoreException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedExceptionUtils;

/**
 * A store that needs something made or checked on its server before it is used: when the application starts, or, where
 * the server is not there yet, as soon as it is.
 */
final class PreparedStore implements SessionStore {

    private static final Log log = LogFactory.getLog(PreparedStore.class);

    /** How many times a request's patience an application has that starts: it does not start twice. */
    private static final int PATIENCE_AT_START = 4;

    private final SessionStore store;
    private final Runnable preparation;
    private final Duration timeout;
    private final AtomicReference<@Nullable FutureTask<?>> attempt = new AtomicReference<>();
    private volatile boolean prepared;

    private PreparedStore(SessionStore store, Runnable preparation, Duration timeout) {
        this.store = store;
        this.preparation = preparation;
        this.timeout = timeout;
    }

    /**
     * Prepares a store.
     *
     * @param preparation may run several times, until it has succeeded once
     * @param unreachable whether an exception of it says that the server is not there; any other is thrown
     * @param timeout how long a request waits for it
     */
    static SessionStore of(
            SessionStore store, Runnable preparation, Predicate<RuntimeException> unreachable, Duration timeout) {
        PreparedStore result = new PreparedStore(store, preparation, timeout);
        try {
            result.prepare(timeout.multipliedBy(PATIENCE_AT_START));
        } catch (RuntimeException e) {
            if (!(e instanceof SessionStoreException) && !unreachable.test(e)) {
                throw e;
            }
            log.warn("The session store cannot be reached; it will be prepared when it is. "
                    + NestedExceptionUtils.getMostSpecificCause(e));
        }
        return result;
    }

    private SessionStore prepared() {
        if (!prepared) {
            prepare(timeout);
        }
        return store;
    }

    /**
     * Waits for the attempt that is under way, or for a new one: pools let one connect after the other at first, and a
     * hundred who try would wait a hundred times as long as one. It has a thread of its own, for there are drivers that
     * wait for ever for a server that accepts a connection and says nothing.
     */
    private void prepare(Duration patience) {
        FutureTask<?> own = new FutureTask<>(this::attempt, null);
        FutureTask<?> others = attempt.compareAndExchange(null, own);
        if (others == null) {
            Thread thread = new Thread(own, "session-store-preparation");
            thread.setDaemon(true);
            thread.start();
        }
        await(others == null ? own : others, patience);
    }

    private void attempt() {
        try {
            preparation.run();
            prepared = true;
        } finally {
            attempt.set(null);
        }
    }

    private static void await(Future<?> attempt, Duration patience) {
        try {
            attempt.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (TimeoutException e) {
            throw new SessionStoreException(
                    "The server of the session store did not answer within " + patience.toMillis() + " ms", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SessionStoreException("Interrupted while the session store was being prepared", e);
        }
    }

    @Override
    public @Nullable StoredValue load(String key, @Nullable Duration extendTo) {
        return prepared().load(key, extendTo);
    }

    @Override
    public boolean insert(String key, byte[] value, Duration timeToLive) {
        return prepared().insert(key, value, timeToLive);
    }

    @Override
    public Outcome replace(String key, StoredValue loaded, byte[] value, Duration timeToLive) {
        return prepared().replace(key, loaded, value, timeToLive);
    }

    @Override
    public Outcome deleteIfUnchanged(String key, StoredValue loaded) {
        return prepared().deleteIfUnchanged(key, loaded);
    }

    @Override
    public boolean delete(String key) {
        return prepared().delete(key);
    }

    @Override
    public boolean touch(String key, Duration timeToLive) {
        return prepared().touch(key, timeToLive);
    }

    @Override
    public int purgeExpired(int limit) {
        return prepared().purgeExpired(limit);
    }
}
