package io.github.sessionstarter.httpsession;

import java.util.List;
import java.util.Set;
import org.springframework.util.ClassUtils;
import org.springframework.web.servlet.FlashMap;
import tools.jackson.databind.DatabindContext;
import tools.jackson.databind.DefaultTyping;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;
import tools.jackson.databind.jsontype.PolymorphicTypeValidator;
import tools.jackson.databind.module.SimpleModule;

/**
 * The Jackson of attributes. It is not the application's, which is made for what browsers and other services see, and
 * changes with them.
 */
final class AttributeMapper {

    private static final ClassLoader LOADER = AttributeMapper.class.getClassLoader();

    static final boolean SECURITY_PRESENT =
            ClassUtils.isPresent("org.springframework.security.web.jackson.WebJacksonModule", LOADER);

    private AttributeMapper() {}

    /**
     * Typed JSON of these types, and of those that Spring Security keeps in sessions where it is present.
     *
     * @param ownCookies the names of the cookies that a saved request is to forget
     */
    static TypedJson typedJson(AllowedTypes allowed, Set<String> ownCookies) {
        BasicPolymorphicTypeValidator.Builder rules = BasicPolymorphicTypeValidator.builder()
                .allowIfSubType((DatabindContext context, Class<?> type) -> allowed.contains(type.getName()));
        List<JacksonModule> modules = SECURITY_PRESENT ? SecurityModules.of(LOADER, rules, ownCookies) : List.of();
        PolymorphicTypeValidator validator = rules.build();
        JsonMapper mapper = JsonMapper.builder()
                .typeFactory(new JudgedTypes())
                .findAndAddModules(LOADER)
                .addModule(new TextKeys())
                .addModule(new SimpleModule()
                        .addSerializer(FlashMap.class, new FlashMapJson.Writer())
                        .addDeserializer(FlashMap.class, new FlashMapJson.Reader()))
                .addModules(modules)
                .activateDefaultTypingAsProperty(validator, DefaultTyping.NON_FINAL, "@class")
                // an object without properties would come back without what it held
                .enable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
                // toString is a label, and labels change
                .disable(EnumFeature.WRITE_ENUMS_USING_TO_STRING, EnumFeature.READ_ENUMS_USING_TO_STRING)
                .build();
        return new TypedJson(mapper, validator);
    }
}
