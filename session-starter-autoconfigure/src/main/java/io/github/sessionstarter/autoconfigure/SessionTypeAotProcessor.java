package io.github.sessionstarter.autoconfigure;

import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;
import org.springframework.aot.generate.GeneratedMethod;
import org.springframework.beans.factory.aot.BeanFactoryInitializationAotContribution;
import org.springframework.beans.factory.aot.BeanFactoryInitializationAotProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.env.Environment;

/**
 * Has an application that was processed ahead of time refuse another {@code session.type} than it was processed with:
 * the beans of that one are all it has, and sessions would silently be kept where nobody expects them.
 */
final class SessionTypeAotProcessor implements BeanFactoryInitializationAotProcessor {

    @Override
    public @Nullable BeanFactoryInitializationAotContribution processAheadOfTime(
            ConfigurableListableBeanFactory beans) {
        if (beans.getBeanNamesForType(SessionProperties.class, true, false).length == 0) {
            return null;
        }
        SessionType processed = SessionType.of(beans.getBean(Environment.class));
        // in our own package, where the type can be named
        return (generation, code) -> {
            GeneratedMethod require = generation
                    .getGeneratedClasses()
                    .addForFeatureComponent(
                            "SessionType", SessionAutoConfiguration.class, type -> type.addModifiers(Modifier.PUBLIC))
                    .getMethods()
                    .add("require", method -> method.addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                            .addParameter(Environment.class, "environment")
                            .addStatement("$T.$L.requireStillSet(environment)", SessionType.class, processed.name()));
            code.addInitializer(require.toMethodReference());
        };
    }
}
