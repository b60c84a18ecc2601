package io.github.sessionstarter.web;

import io.github.sessionstarter.Markup;
import io.github.sessionstarter.Tuple;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.deser.std.StdConvertingDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.util.StdConverter;

/** An application's mapper, made fit for sessions: what one release writes, another one and a Flask peer must read. */
final class SessionMapper {

    private SessionMapper() {}

    static JsonMapper of(JsonMapper mapper) {
        return mapper.rebuild()
                // type names in the data would be ours alone
                .deactivateDefaultTyping()
                // an object without properties is a mistake
                .enable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
                // toString is a label, and labels change
                .disable(EnumFeature.WRITE_ENUMS_USING_TO_STRING, EnumFeature.READ_ENUMS_USING_TO_STRING)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .addModule(new SimpleModule()
                        .addDeserializer(Tuple.class, new StdConvertingDeserializer<>(new ListToTuple()))
                        .addDeserializer(Markup.class, new StdConvertingDeserializer<>(new TextToMarkup())))
                .build();
    }

    /** Classes whose declarations Jackson reads. */
    static List<Class<?>> converters() {
        return List.of(ListToTuple.class, TextToMarkup.class);
    }

    /** Formats without tuples have lists. */
    private static final class ListToTuple extends StdConverter<List<@Nullable Object>, Tuple> {

        @Override
        public Tuple convert(List<@Nullable Object> list) {
            return Tuple.copyOf(list);
        }
    }

    /** Formats without markup have texts; who asks for the type knows that it is markup. */
    private static final class TextToMarkup extends StdConverter<String, Markup> {

        @Override
        public Markup convert(String html) {
            return Markup.of(html);
        }
    }
}
