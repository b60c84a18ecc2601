package io.github.sessionstarter.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.Supplier;

/** Reading is paid for by whoever sent the bytes: so much memory in all, and so much more for each byte that came. */
final class Cost {

    private static final long FIXED = 32L * 1024 * 1024;
    private static final long EACH_BYTE = 100;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Cost() {}

    /** What reading gives, or null where it refuses. An Error is not caught, whatever it is. */
    static <T> T ofReading(int bytes, Supplier<T> reading) {
        return ofOpening(bytes, () -> {
            try {
                return reading.get();
            } catch (RuntimeException refused) {
                return null;
            }
        });
    }

    /** What opening gives, which never refuses. */
    static <T> T ofOpening(int bytes, Supplier<T> opening) {
        long limit = FIXED + EACH_BYTE * bytes;
        long before = THREADS.getCurrentThreadAllocatedBytes();
        T opened = opening.get();
        if (THREADS.getCurrentThreadAllocatedBytes() - before > limit) {
            // the first time it may have been classes that were loaded
            before = THREADS.getCurrentThreadAllocatedBytes();
            opened = opening.get();
            assertThat(THREADS.getCurrentThreadAllocatedBytes() - before).isLessThan(limit);
        }
        return opened;
    }
}
