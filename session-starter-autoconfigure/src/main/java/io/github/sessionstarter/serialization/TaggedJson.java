package io.github.sessionstarter.serialization;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.SerializableString;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.core.json.JsonWriteFeature;

/**
 * A session as Flask writes it into its cookie: JSON with tags for what JSON has not ({@code flask/json/tag.py}), keys
 * sorted, everything beyond ASCII escaped, no blanks. Written bytes equal Flask's own. Safe for use by several threads.
 */
public final class TaggedJson implements SessionFormat {

    /** How deeply arrays and objects may nest in JSON. A tag is a level of its own. */
    static final int MAX_DEPTH = 500;

    private final JsonFactory factory = JsonFactory.builder()
            .characterEscapes(new PythonEscapes())
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .disable(JsonWriteFeature.ESCAPE_FORWARD_SLASHES, JsonWriteFeature.WRITE_HEX_UPPER_CASE)
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxNumberLength(PythonNumbers.MAX_DIGITS)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .build();

    /**
     * A session's data as JSON.
     *
     * @throws IllegalArgumentException where a value is none that a session holds; the message names the type
     */
    @Override
    public byte[] write(Map<String, @Nullable Object> data) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (JsonGenerator generator = factory.createGenerator(ObjectWriteContext.empty(), bytes)) {
            new TaggedJsonWriter(generator).write(data);
        }
        return bytes.toByteArray();
    }

    /**
     * A session's data out of JSON, in mutable maps and lists.
     *
     * @throws tools.jackson.core.JacksonException where it is no JSON, or nested too deeply
     * @throws IllegalArgumentException where a tag's content does not fit it, or the whole is no map
     */
    @Override
    public Map<String, @Nullable Object> read(byte[] json) {
        try (JsonParser parser = JsonReader.parser(factory, json)) {
            return new TaggedJsonReader(parser).read();
        }
    }

    /**
     * Why this format cannot carry a value, or null where it can.
     *
     * @param value no container
     */
    @Override
    public @Nullable String refusal(@Nullable Object value) {
        if (value instanceof Instant instant && !HttpDate.canHold(instant)) {
            return "an HTTP date has a year from 1000 to 9999";
        }
        return Refusal.ofDigits(value);
    }

    /** What {@code json.dumps(ensure_ascii=True)} escapes: all but the printable ASCII characters; DEL too. */
    private static final class PythonEscapes extends CharacterEscapes {

        private static final long serialVersionUID = 1L;

        private static final int DEL = 0x7f;

        private final int[] escapes;

        PythonEscapes() {
            escapes = standardAsciiEscapesForJSON();
            escapes[DEL] = ESCAPE_STANDARD;
        }

        @Override
        public int[] getEscapeCodesForAscii() {
            return escapes;
        }

        @Override
        public @Nullable SerializableString getEscapeSequence(int character) {
            return null;
        }
    }
}
