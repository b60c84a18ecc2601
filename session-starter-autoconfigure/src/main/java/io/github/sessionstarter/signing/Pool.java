package io.github.sessionstarter.signing;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Objects that are dear to make and serve one thread at a time. It never waits: where the thread's place is empty a new
 * object is made, where it is full the one that comes back is closed. Threads share a fixed number of places, so that a
 * million virtual threads keep no more objects than eight platform threads do; a thread-local would keep one each.
 */
final class Pool<T> {

    private static final int PLACES =
            Integer.highestOneBit(Math.max(4, Runtime.getRuntime().availableProcessors() * 2));

    private final AtomicReferenceArray<@Nullable T> places = new AtomicReferenceArray<>(PLACES);
    private final Supplier<T> create;
    private final Consumer<T> close;

    Pool(Supplier<T> create, Consumer<T> close) {
        this.create = create;
        this.close = close;
    }

    T take() {
        T kept = places.getAndSet(place(), null);
        return kept != null ? kept : create.get();
    }

    void giveBack(T object) {
        if (!places.compareAndSet(place(), null, object)) {
            close.accept(object);
        }
    }

    @SuppressWarnings("deprecation") // getId: threadId came with Java 19
    private static int place() {
        return (int) Thread.currentThread().getId() & (PLACES - 1);
    }
}
