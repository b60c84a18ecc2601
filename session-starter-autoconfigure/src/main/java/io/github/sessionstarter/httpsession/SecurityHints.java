package io.github.sessionstarter.httpsession;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Set;
import org.springframework.aot.hint.BindingReflectionHintsRegistrar;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.ReflectionHints;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.JacksonModule.SetupContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/**
 * What a native image must know of Spring Security's types in sessions. Its modules are made by their names, and nobody
 * lists what they write; so they are asked, when the image is built, for each type that they tell Jackson about.
 */
final class SecurityHints {

    private static final MemberCategory[] ALL_MEMBERS = {
        MemberCategory.INVOKE_DECLARED_CONSTRUCTORS,
        MemberCategory.INVOKE_DECLARED_METHODS,
        MemberCategory.ACCESS_DECLARED_FIELDS
    };

    private SecurityHints() {}

    static void register(ReflectionHints hints) {
        List<JacksonModule> modules = SecurityModules.of(
                SecurityHints.class.getClassLoader(), BasicPolymorphicTypeValidator.builder(), Set.of());
        SetupContext context = (SetupContext) Proxy.newProxyInstance(
                SecurityHints.class.getClassLoader(), new Class<?>[] {SetupContext.class}, listener(hints));
        modules.forEach(module -> {
            hints.registerType(module.getClass(), MemberCategory.INVOKE_PUBLIC_CONSTRUCTORS);
            module.setupModule(context);
        });
    }

    /** Hears of mix-ins, which say how a type is written and read, and lets everything else be said. */
    private static InvocationHandler listener(ReflectionHints hints) {
        BindingReflectionHintsRegistrar binding = new BindingReflectionHintsRegistrar();
        JsonMapper.Builder owner = JsonMapper.builder();
        return (proxy, method, arguments) -> {
            if (method.getName().equals("setMixIn")) {
                for (Object type : arguments) {
                    binding.registerReflectionHints(hints, (Class<?>) type);
                    hints.registerType((Class<?>) type, ALL_MEMBERS);
                }
            }
            return method.getName().equals("getOwner") ? owner : proxy;
        };
    }
}
