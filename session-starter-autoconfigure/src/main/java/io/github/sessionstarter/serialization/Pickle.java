package io.github.sessionstarter.serialization;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A session as Python's {@code pickle}, Flask-Session's format before 0.7 and that of every filesystem store. Protocols
 * 0 to 5 are read; a name that a pickle holds is never called, and other names than those of values are refused. What is
 * written loads in every Python 3 without a memo. Safe for use by several threads.
 */
public final class Pickle implements SessionFormat {

    /** The protocol that is written. */
    public enum Protocol {
        /** Protocol 0 in ASCII, the one that python-memcached reads. */
        ASCII,
        /** Protocol 3. */
        BINARY
    }

    private final Protocol protocol;

    /** @param protocol the one that is written; every one is read */
    public Pickle(Protocol protocol) {
        this.protocol = protocol;
    }

    @Override
    public byte[] write(Map<String, @Nullable Object> data) {
        PickleOutput output =
                switch (protocol) {
                    case ASCII -> new AsciiPickleOutput();
                    case BINARY -> new BinaryPickleOutput();
                };
        new PickleWriter(this, output).write(data);
        return output.finish();
    }

    @Override
    @SuppressWarnings("unchecked")
    public Map<String, @Nullable Object> read(byte[] bytes) {
        Bounds.checkSize(bytes);
        Object pickled = new PickleMachine(bytes).run();
        if (new PickledValues(bytes.length).resolve(pickled) instanceof Map<?, ?> map) {
            return (Map<String, @Nullable Object>) map;
        }
        throw new IllegalArgumentException("A session is a map, and its keys are strings");
    }

    @Override
    public @Nullable String refusal(@Nullable Object value) {
        String digits = Refusal.ofDigits(value);
        return digits != null ? digits : Refusal.ofYear(value);
    }
}
