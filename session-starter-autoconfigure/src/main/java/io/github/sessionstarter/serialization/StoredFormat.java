package io.github.sessionstarter.serialization;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The format of a store: one is written, and all are read, each recognised by its first bytes. So a change of
 * {@code session.serialization-format} logs nobody out. Safe for use by several threads.
 */
public final class StoredFormat implements SessionFormat {

    private static final int MAX_PICKLE_PROTOCOL = 5;

    private final SessionFormat written;
    private final SessionFormat msgpack = new Msgpack();
    private final SessionFormat json = new PlainJson();
    private final SessionFormat pickle = new Pickle(Pickle.Protocol.BINARY);

    /** @param written the format that is written */
    public StoredFormat(SessionFormat written) {
        this.written = written;
    }

    @Override
    public byte[] write(Map<String, @Nullable Object> data) {
        byte[] bytes = written.write(data);
        // what is longer would be stored and never read again
        Bounds.checkSize(bytes);
        return bytes;
    }

    @Override
    public Map<String, @Nullable Object> read(byte[] bytes) {
        return of(bytes).read(bytes);
    }

    @Override
    public @Nullable String refusal(@Nullable Object value) {
        return written.refusal(value);
    }

    /** The format that bytes are in, as {@code session.serialization-format} spells it; null where they are in none. */
    public @Nullable String nameOf(byte[] bytes) {
        SessionFormat format;
        try {
            format = of(bytes);
        } catch (IllegalArgumentException e) {
            return null;
        }
        if (format == msgpack) {
            return "msgpack";
        }
        return format == json ? "json" : "pickle";
    }

    private SessionFormat of(byte[] bytes) {
        int first = at(bytes, 0);
        return switch (first) {
            // an empty msgpack map, and that is all of it; or a pickle's protocol
            case 0x80 -> at(bytes, 1) >= 2 && at(bytes, 1) <= MAX_PICKLE_PROTOCOL ? pickle : msgpack;
            case 0xde, 0xdf -> msgpack;
            case '{', ' ', '\t', '\n', '\r' -> json;
            // a dict or an OrderedDict in protocols 0 and 1
            case '(', '}', 'c' -> pickle;
            default -> {
                if (first > 0x80 && first <= 0x8f) {
                    yield msgpack;
                }
                throw new IllegalArgumentException("The record is neither msgpack nor JSON nor a pickle");
            }
        };
    }

    private static int at(byte[] bytes, int index) {
        return index < bytes.length ? bytes[index] & 0xff : -1;
    }
}
