package io.github.sessionstarter.serialization;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.HexFormat;
import java.util.Map;

/** Bytes that nobody meant as a session, and what comes of them. */
final class Hostile {

    static final int MANY = 100_000;

    /** Of memory, in all, for a record that is short. */
    private static final long MODERATE = 32L * 1024 * 1024;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static final SessionFormat FORMAT = new StoredFormat(new Msgpack());

    private Hostile() {}

    static byte[] latin1(String text) {
        return text.getBytes(ISO_8859_1);
    }

    static void assertRefused(String latin1) {
        assertRefused(latin1(latin1));
    }

    static void assertRefusedHex(String hex) {
        assertRefused(HexFormat.of().parseHex(hex));
    }

    static void assertRefused(byte[] bytes) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        Throwable thrown = catchThrowable(() -> FORMAT.read(bytes));
        long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;

        assertThat(thrown).isInstanceOf(RuntimeException.class);
        assertThat(allocated).isLessThan(MODERATE + 100L * bytes.length);
    }

    /** What is read can be written again, unless it is refused. */
    static void assertNoError(byte[] bytes) {
        Throwable thrown = catchThrowable(() -> {
            Map<String, Object> data = FORMAT.read(bytes);
            new Pickle(Pickle.Protocol.ASCII).write(data);
            new Msgpack().write(data);
        });
        assertThat(thrown == null || thrown instanceof RuntimeException).isTrue();
    }
}
