package io.github.sessionstarter.serialization;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Writes one session: walks through its values. How it writes what JSON has not, each format says. */
abstract class JsonWriter {

    final JsonGenerator json;

    JsonWriter(JsonGenerator json) {
        this.json = json;
    }

    final void write(@Nullable Object value) {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof Map<?, ?> map) {
            writeMap(map);
        } else if (value instanceof List<?> list) {
            writeList(list);
        } else {
            writeSimple(value);
        }
    }

    abstract void writeMap(Map<?, ?> map);

    void writeList(List<?> list) {
        json.writeStartArray();
        for (Object element : list) {
            write(element);
        }
        json.writeEndArray();
    }

    /** What is no container. */
    void writeSimple(Object value) {
        if (value instanceof String text) {
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
        } else {
            writeOther(value);
        }
    }

    /**
     * What JSON has no form for.
     *
     * @throws IllegalArgumentException where the format has none either; the message names the type
     */
    abstract void writeOther(Object value);
}
