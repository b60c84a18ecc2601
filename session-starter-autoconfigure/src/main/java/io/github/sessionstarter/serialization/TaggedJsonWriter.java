package io.github.sessionstarter.serialization;

import io.github.sessionstarter.Markup;
import io.github.sessionstarter.Tuple;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Writes one session as tagged JSON. */
final class TaggedJsonWriter extends JsonWriter {

    private static final HexFormat HEX = HexFormat.of();

    TaggedJsonWriter(JsonGenerator json) {
        super(json);
    }

    @Override
    void writeList(List<?> list) {
        if (list instanceof Tuple) {
            json.writeStartObject();
            json.writeName(Tag.TUPLE.key);
            super.writeList(list);
            json.writeEndObject();
        } else {
            super.writeList(list);
        }
    }

    @Override
    void writeOther(Object value) {
        if (value instanceof byte[] bytes) {
            writeTagged(Tag.BYTES, Base64.getEncoder().encodeToString(bytes));
        } else if (value instanceof Markup markup) {
            writeTagged(Tag.MARKUP, markup.toString());
        } else if (value instanceof UUID uuid) {
            String hex =
                    HEX.toHexDigits(uuid.getMostSignificantBits()) + HEX.toHexDigits(uuid.getLeastSignificantBits());
            writeTagged(Tag.UUID, hex);
        } else if (value instanceof Instant instant) {
            writeTagged(Tag.DATETIME, HttpDate.format(instant));
        } else {
            throw Refusal.ofType("Tagged JSON", value);
        }
    }

    private void writeTagged(Tag tag, String content) {
        json.writeStartObject();
        json.writeName(tag.key);
        json.writeString(content);
        json.writeEndObject();
    }

    @Override
    void writeMap(Map<?, ?> map) {
        String[] keys = new String[map.size()];
        int count = 0;
        for (Object key : map.keySet()) {
            if (!(key instanceof String text)) {
                throw new IllegalArgumentException("Tagged JSON has no form for a map with keys other than strings");
            }
            keys[count++] = text;
        }
        if (keys.length == 1 && Tag.of(keys[0]) != null) {
            writeMaskedMap(keys[0], map.get(keys[0]));
            return;
        }
        Arrays.sort(keys, CodePointOrder.INSTANCE);
        json.writeStartObject();
        for (String key : keys) {
            json.writeName(key);
            write(map.get(key));
        }
        json.writeEndObject();
    }

    /** A map that would be taken for a tag. */
    private void writeMaskedMap(String key, @Nullable Object value) {
        json.writeStartObject();
        json.writeName(Tag.DICT.key);
        json.writeStartObject();
        json.writeName(key + Tag.DICT_SUFFIX);
        write(value);
        json.writeEndObject();
        json.writeEndObject();
    }
}
