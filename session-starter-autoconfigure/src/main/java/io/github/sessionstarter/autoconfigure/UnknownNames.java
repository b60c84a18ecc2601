package io.github.sessionstarter.autoconfigure;

import java.util.HashSet;
import java.util.Set;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.bind.AbstractBindHandler;
import org.springframework.boot.context.properties.bind.BindContext;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.handler.IgnoreErrorsBindHandler;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.core.env.Environment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * Warns at start-up of names below {@code session.} that are no property: mistyped, they would say nothing. Environment
 * variables are not looked at, for {@code SESSION_MANAGER} and its like are others'.
 */
final class UnknownNames implements BeanFactoryPostProcessor {

    private static final Log log = LogFactory.getLog(UnknownNames.class);

    private static final ConfigurationPropertyName PREFIX = ConfigurationPropertyName.of("session");

    private final Environment environment;

    UnknownNames(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        Set<ConfigurationPropertyName> known = known();
        Set<ConfigurationPropertyName> unknown = new HashSet<>();
        for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
            if (source instanceof IterableConfigurationPropertySource all
                    && !(source.getUnderlyingSource() instanceof SystemEnvironmentPropertySource)) {
                all.stream()
                        .filter(PREFIX::isAncestorOf)
                        .filter(name -> !known.contains(withoutIndex(name)) && unknown.add(name))
                        .forEach(UnknownNames::warn);
            }
        }
    }

    /** The names that the binder asks for, whether they are set or not. */
    private Set<ConfigurationPropertyName> known() {
        Set<ConfigurationPropertyName> asked = new HashSet<>();
        // what cannot be bound is told when the properties themselves are
        Binder.get(environment)
                .bind(
                        PREFIX,
                        Bindable.of(SessionProperties.class),
                        new AbstractBindHandler(new IgnoreErrorsBindHandler()) {
                            @Override
                            public <T> @Nullable Bindable<T> onStart(
                                    ConfigurationPropertyName name, Bindable<T> target, BindContext context) {
                                asked.add(name);
                                return super.onStart(name, target, context);
                            }
                        });
        return asked;
    }

    /** A list's element is known by its list. */
    private static ConfigurationPropertyName withoutIndex(ConfigurationPropertyName name) {
        return name.isLastElementIndexed() ? name.getParent() : name;
    }

    private static void warn(ConfigurationPropertyName name) {
        log.warn(name + " is set and is no property of session-starter: is it mistyped?");
    }
}
