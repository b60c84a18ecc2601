package io.github.sessionstarter.serialization;

import java.math.BigInteger;
import java.nio.CharBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Reads one session: walks through its JSON, from the inside out. What a value of it means, each format says. */
abstract class JsonReader {

    private final JsonParser json;

    JsonReader(JsonParser json) {
        this.json = json;
    }

    /** Of JSON in UTF-8. */
    static JsonParser parser(JsonFactory factory, byte[] json) {
        if (isPlain(json)) {
            return factory.createParser(ObjectReadContext.empty(), json);
        }
        // Jackson's parser of bytes refuses lone surrogates in keys, its parser of characters does not
        CharBuffer text = Utf8.decode(json);
        return factory.createParser(ObjectReadContext.empty(), text.array(), text.position(), text.remaining());
    }

    /** Whether it is ASCII without escapes, which has no surrogates, and without NUL, which would look like UTF-16. */
    private static boolean isPlain(byte[] json) {
        for (byte b : json) {
            if (b < ' ' || b == '\\') {
                return false;
            }
        }
        return true;
    }

    @SuppressWarnings("unchecked")
    final Map<String, @Nullable Object> read() {
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
            case START_OBJECT -> object(map());
            case START_ARRAY -> list();
            case VALUE_STRING -> text(json.getString());
            case VALUE_NUMBER_INT ->
                switch (json.getNumberType()) {
                    case INT -> json.getIntValue();
                    case LONG -> json.getLongValue();
                    default -> integer(json.getBigIntegerValue());
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

    // What follows throws IllegalArgumentException where the format has no such value

    /** What an object stands for. */
    @Nullable
    Object object(Map<String, @Nullable Object> map) {
        return map;
    }

    /** What a string stands for, or a key. */
    String text(String text) {
        return text;
    }

    /** What an integer beyond a Long stands for. */
    Object integer(BigInteger integer) {
        return integer;
    }

    /** What a number with a fraction or an exponent stands for. */
    double number(double number) {
        return number;
    }
}
