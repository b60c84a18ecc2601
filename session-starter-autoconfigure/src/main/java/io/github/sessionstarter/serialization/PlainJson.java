package io.github.sessionstarter.serialization;

import java.io.ByteArrayOutputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamWriteConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/**
 * A session in JSON as msgspec writes it, Flask-Session's {@code json}: tuples are arrays, bytes Base64, instants, UUIDs
 * and Markup text, and text they stay when they are read. Safe for use by several threads.
 */
public final class PlainJson implements SessionFormat {

    private final JsonFactory factory = JsonFactory.builder()
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            .disable(JsonWriteFeature.ESCAPE_FORWARD_SLASHES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(Bounds.MAX_DEPTH)
                    .maxNumberLength(PythonNumbers.MAX_DIGITS)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .streamWriteConstraints(StreamWriteConstraints.builder()
                    .maxNestingDepth(Bounds.MAX_DEPTH + 1)
                    .build())
            .build();

    @Override
    public byte[] write(Map<String, @Nullable Object> data) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (JsonGenerator generator = factory.createGenerator(ObjectWriteContext.empty(), bytes)) {
            new PlainJsonWriter(this, generator).write(data);
        }
        return bytes.toByteArray();
    }

    @Override
    public Map<String, @Nullable Object> read(byte[] bytes) {
        Bounds.checkSize(bytes);
        try (JsonParser parser = JsonReader.parser(factory, bytes)) {
            return new PlainJsonReader(parser).read();
        }
    }

    @Override
    public @Nullable String refusal(@Nullable Object value) {
        if (value instanceof Double number && !Double.isFinite(number)) {
            return "JSON has no NaN and no infinity";
        }
        String surrogates = Refusal.ofSurrogates(value);
        String digits = Refusal.ofDigits(value);
        if (surrogates != null || digits != null) {
            return surrogates != null ? surrogates : digits;
        }
        return Refusal.ofYear(value);
    }
}
