package io.github.sessionstarter.serialization;

import io.github.sessionstarter.Markup;
import io.github.sessionstarter.Tuple;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads one session. Tags are resolved from the inside out, as Flask's {@code TaggedJSONSerializer} does. */
final class TaggedJsonReader {

    private final JsonParser json;

    TaggedJsonReader(JsonParser json) {
        this.json = json;
    }

    @SuppressWarnings("unchecked")
    Map<String, @Nullable Object> read() {
        Object value = value(json.nextToken());
        if (json.nextToken() != null) {
            throw new IllegalArgumentException("There is more behind the JSON value");
        }
        if (value instanceof Map<?, ?> map) {
            return (Map<String, @Nullable Object>) map;
        }
        throw new IllegalArgumentException("A session is a map");
    }

    private @Nullable Object value(@Nullable JsonToken token) {
        if (token == null) {
            throw new IllegalArgumentException("There is no JSON value");
        }
        return switch (token) {
            case START_OBJECT -> untagged(map());
            case START_ARRAY -> list();
            case VALUE_STRING -> json.getString();
            case VALUE_NUMBER_INT ->
                switch (json.getNumberType()) {
                    case INT -> json.getIntValue();
                    case LONG -> json.getLongValue();
                    default -> json.getBigIntegerValue();
                };
            case VALUE_NUMBER_FLOAT -> json.getDoubleValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> throw new IllegalArgumentException("There is no JSON value");
        };
    }

    private List<@Nullable Object> list() {
        List<@Nullable Object> list = new ArrayList<>();
        for (JsonToken token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
            list.add(value(token));
        }
        return list;
    }

    private Map<String, @Nullable Object> map() {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (String key = json.nextName(); key != null; key = json.nextName()) {
            map.put(key, value(json.nextToken()));
        }
        return map;
    }

    private static @Nullable Object untagged(Map<String, @Nullable Object> map) {
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
