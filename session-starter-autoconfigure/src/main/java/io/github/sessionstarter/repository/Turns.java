package io.github.sessionstarter.repository;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;

/**
 * Requests that collided over a record go on one after the other, as far as they are of this node: so each needs a few
 * commands, and not as many as there are others. Between nodes each pauses before it tries again.
 */
final class Turns {

    private static final int STRIPES = 64;
    private static final long MAX_WAIT_NANOS = Duration.ofSeconds(1).toNanos();
    private static final long MAX_PAUSE_NANOS = Duration.ofMillis(5).toNanos();

    private final ReentrantLock[] locks = IntStream.range(0, STRIPES)
            .mapToObj(stripe -> new ReentrantLock(true))
            .toArray(ReentrantLock[]::new);

    /** Nobody waits for it until it is {@linkplain Turn#await awaited}. */
    Turn of(String key) {
        return new Turn(locks[Math.floorMod(key.hashCode(), STRIPES)]);
    }

    /** One request's. */
    static final class Turn implements AutoCloseable {

        private final ReentrantLock lock;
        private boolean held;
        private int collisions;

        private Turn(ReentrantLock lock) {
            this.lock = lock;
        }

        /**
         * Called after each collision. A turn that does not come within a second is not needed: it only saves commands.
         */
        void await() {
            collisions++;
            if (collisions == 1) {
                take();
            } else if (collisions > 2) {
                // of a random length, or those who collided once collide again
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(MAX_PAUSE_NANOS));
            }
            // the second collision is with those whose turn came before, and not one that will come again
        }

        private void take() {
            try {
                held = lock.tryLock(MAX_WAIT_NANOS, TimeUnit.NANOSECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void close() {
            if (held) {
                held = false;
                lock.unlock();
            }
        }
    }
}
