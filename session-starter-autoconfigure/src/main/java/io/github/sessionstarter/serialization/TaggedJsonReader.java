package io.github.sessionstarter.serialization;

import io.github.sessionstarter.Markup;
import io.github.sessionstarter.Tuple;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/** Reads one session. Tags are resolved from the inside out, as Flask's {@code TaggedJSONSerializer} does. */
final class TaggedJsonReader extends JsonReader {

    TaggedJsonReader(JsonParser json) {
        super(json);
    }

    @Override
    @Nullable
    Object object(Map<String, @Nullable Object> map) {
        if (map.size() != 1) {
            return map;
        }
        Map.Entry<String, @Nullable Object> only = map.entrySet().iterator().next();
        Tag tag = Tag.of(only.getKey());
        if (tag == null) {
            return map;
        }
        Object content = only.getValue();
        return switch (tag) {
            case DICT -> unmasked(as(Map.class, content));
            case TUPLE -> Tuple.copyOf(as(List.class, content));
            case BYTES -> Base64.getDecoder().decode(as(String.class, content));
            case MARKUP -> Markup.of(as(String.class, content));
            case UUID -> uuid(as(String.class, content));
            case DATETIME -> HttpDate.parse(as(String.class, content));
        };
    }

    private static Map<String, @Nullable Object> unmasked(Map<?, ?> masked) {
        if (masked.size() == 1) {
            Map.Entry<?, ?> only = masked.entrySet().iterator().next();
            if (only.getKey() instanceof String key && key.endsWith(Tag.DICT_SUFFIX)) {
                Map<String, @Nullable Object> map = new LinkedHashMap<>();
                map.put(key.substring(0, key.length() - Tag.DICT_SUFFIX.length()), only.getValue());
                return map;
            }
        }
        throw misfit();
    }

    /** Python reads a UUID with and without hyphens. */
    private static UUID uuid(String text) {
        String hex = text.replace("-", "");
        if (hex.length() != 32) {
            throw misfit();
        }
        return new UUID(HexFormat.fromHexDigitsToLong(hex, 0, 16), HexFormat.fromHexDigitsToLong(hex, 16, 32));
    }

    private static <T> T as(Class<T> type, @Nullable Object content) {
        if (!type.isInstance(content)) {
            throw misfit();
        }
        return type.cast(content);
    }

    private static IllegalArgumentException misfit() {
        return new IllegalArgumentException("A tag's content does not fit it");
    }
}
