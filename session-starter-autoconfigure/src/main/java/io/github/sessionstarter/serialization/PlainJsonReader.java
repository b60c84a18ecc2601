package io.github.sessionstarter.serialization;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads one session. */
final class PlainJsonReader {

    private final JsonParser json;

    PlainJsonReader(JsonParser json) {
        this.json = json;
    }

    Map<String, @Nullable Object> read() {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw new IllegalArgumentException("A session is a map");
        }
        Map<String, @Nullable Object> map = map();
        if (json.nextToken() != null) {
            throw new IllegalArgumentException("There is more behind the JSON value");
        }
        return map;
    }

    private @Nullable Object value(@Nullable JsonToken token) {
        if (token == null) {
            throw new IllegalArgumentException("There is no JSON value");
        }
        return switch (token) {
            case START_OBJECT -> map();
            case START_ARRAY -> list();
            case VALUE_STRING -> text(json.getString());
            case VALUE_NUMBER_INT ->
                switch (json.getNumberType()) {
                    case INT -> json.getIntValue();
                    case LONG -> json.getLongValue();
                    default -> Integers.of(json.getBigIntegerValue());
                };
            case VALUE_NUMBER_FLOAT -> number(json.getDoubleValue());
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
            map.put(text(key), value(json.nextToken()));
        }
        return map;
    }

    /** What could not be written back is not read, nor does msgspec read it. */
    private static String text(String text) {
        if (!Utf8.canHold(text)) {
            throw new IllegalArgumentException("A text has a lone surrogate");
        }
        return text;
    }

    private static double number(double number) {
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException("A number is out of range");
        }
        return number;
    }
}
