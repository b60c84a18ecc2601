package io.github.sessionstarter.autoconfigure;

import java.util.Map;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.ConfigurationPropertyState;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;

/** Looks at start-up for whatever else believes that HttpSession is its own. */
final class SoleSession implements BeanFactoryPostProcessor {

    private static final Log log = LogFactory.getLog(SoleSession.class);

    private static final String SPRING_SESSION = "org.springframework.session.web.http.SessionRepositoryFilter";

    private static final ConfigurationPropertyName CONTAINERS = ConfigurationPropertyName.of("server.servlet.session");

    /** What takes the place of the container's properties; the rest has no counterpart. */
    private static final Map<String, String> OURS = Map.of(
            "server.servlet.session.timeout", "session.lifetime",
            "server.servlet.session.cookie.name", "session.cookie.name",
            "server.servlet.session.cookie.domain", "session.cookie.domain",
            "server.servlet.session.cookie.path", "session.cookie.path",
            "server.servlet.session.cookie.http-only", "session.cookie.http-only",
            "server.servlet.session.cookie.secure", "session.cookie.secure",
            "server.servlet.session.cookie.same-site", "session.cookie.same-site",
            "server.servlet.session.cookie.partitioned", "session.cookie.partitioned",
            "server.servlet.session.cookie.max-age", "session.lifetime and session.permanent");

    private final Environment environment;

    SoleSession(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        requireNoSpringSession(beans);
        ConfigurationPropertySources.get(environment).forEach(source -> {
            if (source instanceof IterableConfigurationPropertySource all
                    && source.containsDescendantOf(CONTAINERS) != ConfigurationPropertyState.ABSENT) {
                all.stream().filter(CONTAINERS::isAncestorOf).distinct().forEach(SoleSession::warn);
            }
        });
    }

    private static void warn(ConfigurationPropertyName name) {
        String ours = OURS.get(name.toString());
        log.warn(name + " is set and does nothing: HttpSession is a view of session-starter's session. "
                + (ours == null ? "It has no counterpart there." : "Set " + ours + " in its place."));
    }

    private static void requireNoSpringSession(ConfigurableListableBeanFactory beans) {
        ClassLoader loader = beans.getBeanClassLoader();
        if (ClassUtils.isPresent(SPRING_SESSION, loader)
                && beans.getBeanNamesForType(ClassUtils.resolveClassName(SPRING_SESSION, loader), true, false).length
                        > 0) {
            throw new SessionConfigurationException(
                    "The application has two owners of HttpSession: session-starter and Spring Session"
                            + " (a SessionRepositoryFilter bean). Each would hide the other's sessions.",
                    "Remove Spring Session, or leave HttpSession to it by session.http-session.enabled=false.");
        }
    }
}
