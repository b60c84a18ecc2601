package io.github.sessionstarter.serialization;

import io.github.sessionstarter.ForeignValue;
import io.github.sessionstarter.Markup;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Writes one session. */
final class PlainJsonWriter {

    private final SessionFormat format;
    private final JsonGenerator json;

    PlainJsonWriter(SessionFormat format, JsonGenerator json) {
        this.format = format;
        this.json = json;
    }

    void write(@Nullable Object value) {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof Map<?, ?> map) {
            writeMap(map);
        } else if (value instanceof List<?> list) {
            json.writeStartArray();
            for (Object element : list) {
                write(element);
            }
            json.writeEndArray();
        } else if (value instanceof ForeignValue foreign) {
            write(foreign.plain());
        } else {
            Refusal.check(format, value);
            writeSimple(value);
        }
    }

    private void writeSimple(Object value) {
        if (value instanceof String || value instanceof Markup || value instanceof UUID) {
            json.writeString(value.toString());
        } else if (value instanceof Boolean bool) {
            json.writeBoolean(bool);
        } else if (value instanceof Integer integer) {
            json.writeNumber(integer);
        } else if (value instanceof Long integer) {
            json.writeNumber(integer);
        } else if (value instanceof BigInteger integer) {
            json.writeNumber(integer);
        } else if (value instanceof Double number) {
            json.writeNumber(PythonNumbers.repr(number));
        } else if (value instanceof byte[] bytes) {
            json.writeString(Base64.getEncoder().encodeToString(bytes));
        } else if (value instanceof Instant instant) {
            json.writeString(IsoText.of(instant));
        } else {
            throw Refusal.ofType("JSON", value);
        }
    }

    private void writeMap(Map<?, ?> map) {
        json.writeStartObject();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (!(entry.getKey() instanceof String key)) {
                throw new IllegalArgumentException("A map of the session has a key that is no String");
            }
            Refusal.check(format, key);
            json.writeName(key);
            write(entry.getValue());
        }
        json.writeEndObject();
    }
}
