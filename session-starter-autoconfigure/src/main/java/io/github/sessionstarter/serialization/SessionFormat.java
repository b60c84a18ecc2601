package io.github.sessionstarter.serialization;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a session's data are written as bytes. Implementations are safe for use by several threads. */
public interface SessionFormat {

    /**
     * A session's data as bytes.
     *
     * @throws IllegalArgumentException where a value is none that a session holds; the message names the type
     */
    byte[] write(Map<String, @Nullable Object> data);

    /**
     * A session's data, in mutable maps and lists. The bytes may be anybody's: depth, sizes and counts are bounded.
     *
     * @throws RuntimeException where they are not of this format; its message goes nowhere
     */
    Map<String, @Nullable Object> read(byte[] bytes);

    /**
     * Why this format cannot carry a value, or null where it can.
     *
     * @param value no container
     */
    @Nullable
    String refusal(@Nullable Object value);
}
