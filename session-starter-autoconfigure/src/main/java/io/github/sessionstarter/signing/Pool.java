package io.github.sessionstarter.signing;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Objects that are dear to make and serve one thread at a time. It never waits: where there is none a new one is made,
 * and one too many is closed. There are as many places as processors can use at once, so that a million virtual threads
 * keep no more objects than eight platform threads do; a thread-local would keep one each. The first place is tried
 * first: what was used last is still in the processor's cache, and a compressor has a quarter of a megabyte.
 */
final class Pool<T> {

    private static final int PLACES = Math.max(4, Runtime.getRuntime().availableProcessors() * 2);

    private final AtomicReferenceArray<@Nullable T> places = new AtomicReferenceArray<>(PLACES);
    private final Supplier<T> create;
    private final Consumer<T> close;

    Pool(Supplier<T> create, Consumer<T> close) {
        this.create = create;
        this.close = close;
    }

    T take() {
        for (int place = 0; place < PLACES; place++) {
            T kept = places.get(place);
            if (kept != null && places.compareAndSet(place, kept, null)) {
                return kept;
            }
        }
        return create.get();
    }

    void giveBack(T object) {
        for (int place = 0; place < PLACES; place++) {
            if (places.get(place) == null && places.compareAndSet(place, null, object)) {
                return;
            }
        }
        close.accept(object);
    }
}
