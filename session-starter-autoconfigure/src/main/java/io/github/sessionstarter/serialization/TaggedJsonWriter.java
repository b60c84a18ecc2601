package io.github.sessionstarter.serialization;

import io.github.sessionstarter.Markup;
import io.github.sessionstarter.Tuple;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Writes one session; the checks come in the order of Flask's {@code TaggedJSONSerializer.default_tags}. */
final class TaggedJsonWriter {

    private static final HexFormat HEX = HexFormat.of();

    private final JsonGenerator json;

    TaggedJsonWriter(JsonGenerator json) {
        this.json = json;
    }

    void write(@Nullable Object value) {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof String text) {
            json.writeString(text);
        } else if (value instanceof Boolean bool) {
            json.writeBoolean(bool);
        } else if (value instanceof Integer integer) {
            json.writeNumber(integer);
        } else if (value instanceof Long integer) {
            json.writeNumber(integer);
        } else if (value instanceof Double number) {
            json.writeNumber(PythonNumbers.repr(number));
        } else if (value instanceof BigInteger integer) {
            json.writeNumber(integer);
        } else if (value instanceof Map<?, ?> map) {
            writeMap(map);
        } else if (value instanceof Tuple tuple) {
            json.writeStartObject();
            json.writeName(Tag.TUPLE.key);
            writeElements(tuple);
            json.writeEndObject();
        } else if (value instanceof List<?> list) {
            writeElements(list);
        } else if (value instanceof byte[] bytes) {
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
            throw new IllegalArgumentException(
                    "Tagged JSON has no form for a " + value.getClass().getName());
        }
    }

    private void writeTagged(Tag tag, String content) {
        json.writeStartObject();
        json.writeName(tag.key);
        json.writeString(content);
        json.writeEndObject();
    }

    private void writeElements(List<?> elements) {
        json.writeStartArray();
        for (Object element : elements) {
            write(element);
        }
        json.writeEndArray();
    }

    private void writeMap(Map<?, ?> map) {
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
