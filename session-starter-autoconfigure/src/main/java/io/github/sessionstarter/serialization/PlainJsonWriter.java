package io.github.sessionstarter.serialization;

import io.github.sessionstarter.ForeignValue;
import io.github.sessionstarter.Markup;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import tools.jackson.core.JsonGenerator;

/** Writes one session as JSON without tags. */
final class PlainJsonWriter extends JsonWriter {

    private final SessionFormat format;

    PlainJsonWriter(SessionFormat format, JsonGenerator json) {
        super(json);
        this.format = format;
    }

    @Override
    void writeSimple(Object value) {
        if (!(value instanceof ForeignValue)) {
            Refusal.check(format, value);
        }
        super.writeSimple(value);
    }

    @Override
    void writeOther(Object value) {
        if (value instanceof Markup || value instanceof UUID) {
            json.writeString(value.toString());
        } else if (value instanceof byte[] bytes) {
            json.writeString(Base64.getEncoder().encodeToString(bytes));
        } else if (value instanceof Instant instant) {
            json.writeString(IsoText.of(instant));
        } else if (value instanceof ForeignValue foreign) {
            write(foreign.plain());
        } else {
            throw Refusal.ofType("JSON", value);
        }
    }

    @Override
    void writeMap(Map<?, ?> map) {
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
