package io.github.sessionstarter.autoconfigure;

import io.github.sessionstarter.httpsession.HttpSessionView;
import io.github.sessionstarter.httpsession.MarkedFlashMapManager;
import io.github.sessionstarter.httpsession.UnheardRequestEvents;
import io.github.sessionstarter.web.SessionContext;
import io.github.sessionstarter.web.SessionCookie;
import jakarta.servlet.http.HttpSessionAttributeListener;
import jakarta.servlet.http.HttpSessionIdListener;
import jakarta.servlet.http.HttpSessionListener;
import java.time.Clock;
import java.util.Collections;
import java.util.EventListener;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.web.servlet.ServletListenerRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.ResolvableType;
import org.springframework.core.env.Environment;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.servlet.DispatcherServlet;

/** Requests' sessions as HttpSession, and what in Spring MVC would make every request pay for it. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty(name = "session.http-session.enabled", matchIfMissing = true)
class HttpSessionConfiguration {

    @Bean
    static SoleSession flaskSoleSession(Environment environment) {
        return new SoleSession(environment);
    }

    @Bean
    HttpSessionView flaskHttpSessionView(
            SessionProperties properties, SessionContext context, ObjectProvider<Clock> clock, BeanFactory beans) {
        SessionCookie cookie = context.cookie();
        return HttpSessionView.of(
                AllowedPackages.of(properties),
                Set.of(cookie.name(), MarkedFlashMapManager.cookieName(cookie)),
                // late: a listener may need beans that need this one
                SingletonSupplier.of(() -> listeners(beans)),
                properties.getLifetime(),
                clock.getIfUnique(Clock::systemUTC));
    }

    /** Those that Spring Boot registers with the container; there they would hear of sessions that nobody makes. */
    private static List<EventListener> listeners(BeanFactory beans) {
        Set<EventListener> listeners = Collections.newSetFromMap(new IdentityHashMap<>());
        Stream<? extends EventListener> registered = beans.<ServletListenerRegistrationBean<?>>getBeanProvider(
                        ResolvableType.forClass(ServletListenerRegistrationBean.class))
                .orderedStream()
                .filter(ServletListenerRegistrationBean::isEnabled)
                .map(ServletListenerRegistrationBean::getListener);
        Stream<? extends EventListener> own = Stream.of(
                        HttpSessionListener.class, HttpSessionAttributeListener.class, HttpSessionIdListener.class)
                .flatMap(type -> beans.getBeanProvider(type).orderedStream());
        return Stream.<EventListener>concat(registered, own)
                .filter(listeners::add)
                .toList();
    }

    @Bean(DispatcherServlet.FLASH_MAP_MANAGER_BEAN_NAME)
    @ConditionalOnMissingBean(name = DispatcherServlet.FLASH_MAP_MANAGER_BEAN_NAME)
    MarkedFlashMapManager flashMapManager(SessionContext context) {
        return new MarkedFlashMapManager(context.cookie());
    }

    @Bean
    UnheardRequestEvents flaskUnheardRequestEvents(ObjectProvider<DispatcherServlet> servlets) {
        return new UnheardRequestEvents(servlets);
    }
}
