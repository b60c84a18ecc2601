package io.github.sessionstarter.serialization;

import io.github.sessionstarter.ForeignValue;
import io.github.sessionstarter.Markup;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.msgpack.core.MessagePacker;

/** Writes one session. */
final class MsgpackWriter {

    private final SessionFormat format;
    private final MessagePacker msgpack;

    MsgpackWriter(SessionFormat format, MessagePacker msgpack) {
        this.format = format;
        this.msgpack = msgpack;
    }

    void write(@Nullable Object value) throws IOException {
        if (value == null) {
            msgpack.packNil();
        } else if (value instanceof Map<?, ?> map) {
            writeMap(map);
        } else if (value instanceof List<?> list) {
            msgpack.packArrayHeader(list.size());
            writeAll(list);
        } else if (value instanceof ForeignValue foreign) {
            writeForeign(foreign);
        } else {
            Refusal.check(format, value);
            writeSimple(value);
        }
    }

    private void writeSimple(Object value) throws IOException {
        if (value instanceof String || value instanceof Markup || value instanceof UUID) {
            writeText(value.toString());
        } else if (value instanceof Boolean bool) {
            msgpack.packBoolean(bool);
        } else if (value instanceof Integer integer) {
            msgpack.packInt(integer);
        } else if (value instanceof Long integer) {
            msgpack.packLong(integer);
        } else if (value instanceof BigInteger integer) {
            msgpack.packBigInteger(integer);
        } else if (value instanceof Double number) {
            msgpack.packDouble(number);
        } else if (value instanceof byte[] bytes) {
            msgpack.packBinaryHeader(bytes.length);
            msgpack.writePayload(bytes);
        } else if (value instanceof Instant instant) {
            msgpack.packTimestamp(instant);
        } else {
            throw Refusal.ofType("msgpack", value);
        }
    }

    private void writeForeign(ForeignValue foreign) throws IOException {
        if (foreign instanceof ForeignMap map) {
            msgpack.packMapHeader(map.size());
            writeAll(map.items());
        } else if (foreign instanceof MsgpackExtension extension) {
            msgpack.packExtensionTypeHeader(extension.type(), extension.data().length);
            msgpack.writePayload(extension.data());
        } else {
            write(foreign.plain());
        }
    }

    private void writeAll(List<?> values) throws IOException {
        for (Object value : values) {
            write(value);
        }
    }

    private void writeMap(Map<?, ?> map) throws IOException {
        msgpack.packMapHeader(map.size());
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (!(entry.getKey() instanceof String key)) {
                throw new IllegalArgumentException("A map of the session has a key that is no String");
            }
            write(key);
            write(entry.getValue());
        }
    }

    /** Not by {@code packString}, which replaces what is no UTF-8 and does not always choose the shortest header. */
    private void writeText(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        msgpack.packRawStringHeader(bytes.length);
        msgpack.writePayload(bytes);
    }
}
