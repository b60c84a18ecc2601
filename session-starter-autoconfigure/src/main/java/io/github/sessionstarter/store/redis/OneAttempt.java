package io.github.sessionstarter.store.redis;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An action that may take long and fail, until it has succeeded once. Who comes while somebody tries waits for what
 * becomes of that attempt, and does not try after him: a hundred who wait for a server that does not answer would else
 * wait a hundred times as long.
 */
final class OneAttempt {

    private final AtomicReference<@Nullable FutureTask<?>> present = new AtomicReference<>();
    private volatile boolean succeeded;

    @SuppressWarnings("unchecked") // one object, one kind of action
    <T extends @Nullable Object> T perform(Supplier<T> action) {
        if (succeeded) {
            return action.get();
        }
        FutureTask<T> own = new FutureTask<>(action::get);
        FutureTask<?> others = present.compareAndExchange(null, own);
        if (others != null) {
            return (T) result(others);
        }
        try {
            own.run();
            T result = result(own);
            succeeded = true;
            return result;
        } finally {
            present.set(null);
        }
    }

    private static <T extends @Nullable Object> T result(FutureTask<T> attempt) {
        try {
            return attempt.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for a connection", e);
        }
    }
}
