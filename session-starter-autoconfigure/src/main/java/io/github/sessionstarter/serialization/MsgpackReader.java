package io.github.sessionstarter.serialization;

import io.github.sessionstarter.Tuple;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.msgpack.core.ExtensionTypeHeader;
import org.msgpack.core.MessageFormat;
import org.msgpack.core.MessagePack;
import org.msgpack.core.MessageUnpacker;

/** Reads one session. A declared length counts for nothing before as many bytes are there. */
final class MsgpackReader {

    private final MessageUnpacker msgpack;
    private final long length;

    MsgpackReader(MessageUnpacker msgpack, int length) {
        this.msgpack = msgpack;
        this.length = length;
    }

    @SuppressWarnings("unchecked")
    Map<String, @Nullable Object> read() throws IOException {
        Object value = value(0);
        if (remaining() > 0) {
            throw new IllegalArgumentException("There is more behind the msgpack value");
        }
        if (value instanceof Map<?, ?> map) {
            return (Map<String, @Nullable Object>) map;
        }
        throw new IllegalArgumentException("A session is a map, and its keys are strings");
    }

    private @Nullable Object value(int depth) throws IOException {
        Bounds.checkDepth(depth);
        MessageFormat format = msgpack.getNextFormat();
        return switch (format.getValueType()) {
            case NIL -> {
                msgpack.unpackNil();
                yield null;
            }
            case BOOLEAN -> msgpack.unpackBoolean();
            case INTEGER ->
                format == MessageFormat.UINT64
                        ? Integers.of(msgpack.unpackBigInteger())
                        : Integers.of(msgpack.unpackLong());
            case FLOAT -> msgpack.unpackDouble();
            case STRING -> Utf8.string(payload(msgpack.unpackRawStringHeader()));
            case BINARY -> payload(msgpack.unpackBinaryHeader());
            case ARRAY -> elements(msgpack.unpackArrayHeader(), depth);
            case MAP -> map(msgpack.unpackMapHeader(), depth);
            case EXTENSION -> extension(msgpack.unpackExtensionTypeHeader());
        };
    }

    private List<@Nullable Object> elements(int count, int depth) throws IOException {
        requireRemaining(count);
        List<@Nullable Object> elements = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            elements.add(value(depth + 1));
        }
        return elements;
    }

    private Object map(int count, int depth) throws IOException {
        requireRemaining(2L * count);
        List<@Nullable Object> items = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Object key = value(depth + 1);
            // as msgspec reads it: a key can be hashed
            items.add(key instanceof List<?> list ? Tuple.copyOf(list) : key);
            items.add(value(depth + 1));
        }
        return ForeignMap.mapOf(items);
    }

    private Object extension(ExtensionTypeHeader header) throws IOException {
        requireRemaining(header.getLength());
        if (header.getType() != MessagePack.Code.EXT_TIMESTAMP) {
            return new MsgpackExtension(header.getType(), payload(header.getLength()));
        }
        MsgpackTimestamp timestamp = new MsgpackTimestamp(payload(header.getLength()));
        Instant instant = timestamp.instant();
        return instant != null ? instant : new MsgpackExtension(header.getType(), timestamp.data());
    }

    private byte[] payload(int size) throws IOException {
        requireRemaining(size);
        return msgpack.readPayload(size);
    }

    private void requireRemaining(long count) {
        if (count < 0 || count > remaining()) {
            throw new IllegalArgumentException("The msgpack value declares more than there is");
        }
    }

    private long remaining() {
        return length - msgpack.getTotalReadBytes();
    }
}
