package io.github.sessionstarter.serialization;

import java.nio.ByteBuffer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The data of msgpack's extension -1, in one of the three forms that its specification has for timestamps. */
record MsgpackTimestamp(byte[] data) {

    private static final int NANOSECONDS_SHIFT = 34;
    private static final int NANOSECONDS_OF_A_SECOND = 1_000_000_000;

    /** The instant, or null where the data are of none that Python has. */
    @Nullable
    Instant instant() {
        ByteBuffer buffer = ByteBuffer.wrap(data);
        return switch (data.length) {
            case 4 -> instant(Integer.toUnsignedLong(buffer.getInt()), 0);
            case 8 -> {
                long bits = buffer.getLong();
                yield instant(bits & ((1L << NANOSECONDS_SHIFT) - 1), bits >>> NANOSECONDS_SHIFT);
            }
            case 12 -> {
                long nanoseconds = Integer.toUnsignedLong(buffer.getInt());
                yield instant(buffer.getLong(), nanoseconds);
            }
            default -> null;
        };
    }

    private static @Nullable Instant instant(long seconds, long nanoseconds) {
        boolean holds = seconds >= Instant.MIN.getEpochSecond()
                && seconds <= Instant.MAX.getEpochSecond()
                && nanoseconds < NANOSECONDS_OF_A_SECOND;
        if (!holds) {
            return null;
        }
        Instant instant = Instant.ofEpochSecond(seconds, nanoseconds);
        return Refusal.hasPythonYear(instant) ? instant : null;
    }
}
