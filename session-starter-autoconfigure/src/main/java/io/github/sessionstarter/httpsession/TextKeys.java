package io.github.sessionstarter.httpsession;

import com.fasterxml.jackson.annotation.JsonFormat;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.Version;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.ser.Serializers;

/**
 * Refuses maps with keys that would come back as texts: those of which nobody has declared what their keys are, unless
 * these are texts.
 */
final class TextKeys extends JacksonModule {

    /** There is no place in JSON for the type of a key. */
    static final class UndeclaredKeyException extends DatabindException {

        private static final long serialVersionUID = 1L;

        UndeclaredKeyException(JsonGenerator generator, Class<?> type) {
            super(
                    generator,
                    "it has a map with a key of type " + type.getTypeName()
                            + ", which would come back as a text. Put the map into a class of yours that declares it");
        }
    }

    @Override
    public String getModuleName() {
        return TextKeys.class.getName();
    }

    @Override
    public Version version() {
        return Version.unknownVersion();
    }

    @Override
    public void setupModule(SetupContext context) {
        context.addKeySerializers(new Serializers.Base() {
            @Override
            public @Nullable ValueSerializer<?> findSerializer(
                    SerializationConfig config,
                    JavaType type,
                    BeanDescription.Supplier description,
                    JsonFormat.Value format) {
                return type.hasRawClass(Object.class) ? new TextKey() : null;
            }
        });
    }

    private static final class TextKey extends ValueSerializer<Object> {

        @Override
        public void serialize(Object key, JsonGenerator generator, SerializationContext context) {
            if (!(key instanceof String text)) {
                throw new UndeclaredKeyException(generator, key.getClass());
            }
            generator.writeName(text);
        }
    }
}
