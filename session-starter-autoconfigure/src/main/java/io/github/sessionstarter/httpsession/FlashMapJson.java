package io.github.sessionstarter.httpsession;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.servlet.FlashMap;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.type.WritableTypeId;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.jsontype.TypeSerializer;
import tools.jackson.databind.ser.std.StdSerializer;

/** A flash map with what it knows beside its attributes: Jackson sees but a Map. */
final class FlashMapJson {

    private FlashMapJson() {}

    /**
     * What is written in place of a flash map.
     *
     * @param path of the request that it waits for, or null
     * @param parameters of that request
     * @param expires in milliseconds since 1970, or -1
     */
    private record Waiting(
            @Nullable String path,
            Map<String, List<String>> parameters,
            long expires,
            Map<String, @Nullable Object> attributes) {

        static Waiting of(FlashMap map) {
            return new Waiting(
                    map.getTargetRequestPath(),
                    new LinkedHashMap<>(map.getTargetRequestParams()),
                    map.getExpirationTime(),
                    new LinkedHashMap<>(map));
        }

        FlashMap flashMap() {
            FlashMap map = new FlashMap();
            map.putAll(attributes);
            map.setTargetRequestPath(path);
            map.addTargetRequestParams(new LinkedMultiValueMap<>(parameters));
            map.setExpirationTime(expires);
            return map;
        }

        /** Shows no attribute. */
        @Override
        public String toString() {
            return "Waiting[" + attributes.size() + " attributes]";
        }
    }

    static final class Writer extends StdSerializer<FlashMap> {

        Writer() {
            super(FlashMap.class);
        }

        @Override
        public void serialize(FlashMap map, JsonGenerator generator, SerializationContext context) {
            generator.writeStartObject();
            writeContent(map, generator, context);
            generator.writeEndObject();
        }

        @Override
        public void serializeWithType(
                FlashMap map, JsonGenerator generator, SerializationContext context, TypeSerializer types) {
            WritableTypeId prefix =
                    types.writeTypePrefix(generator, context, types.typeId(map, JsonToken.START_OBJECT));
            writeContent(map, generator, context);
            types.writeTypeSuffix(generator, context, prefix);
        }

        private static void writeContent(FlashMap map, JsonGenerator generator, SerializationContext context) {
            generator.writeName("flash");
            context.writeValue(generator, Waiting.of(map));
        }
    }

    static final class Reader extends StdDeserializer<FlashMap> {

        Reader() {
            super(FlashMap.class);
        }

        @Override
        public FlashMap deserialize(JsonParser parser, DeserializationContext context) {
            if (parser.currentToken() == JsonToken.START_OBJECT) {
                parser.nextToken();
            }
            Waiting waiting = null;
            while (parser.currentToken() == JsonToken.PROPERTY_NAME) {
                parser.nextToken();
                waiting = context.readValue(parser, Waiting.class);
                parser.nextToken();
            }
            return waiting == null ? new FlashMap() : waiting.flashMap();
        }
    }
}
