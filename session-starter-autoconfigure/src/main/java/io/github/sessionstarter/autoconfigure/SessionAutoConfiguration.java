package io.github.sessionstarter.autoconfigure;

import io.github.sessionstarter.FlashMessages;
import io.github.sessionstarter.Session;
import io.github.sessionstarter.SessionRepository;
import io.github.sessionstarter.web.CurrentSession;
import io.github.sessionstarter.web.RequestView;
import io.github.sessionstarter.web.SessionArgumentRegistrar;
import io.github.sessionstarter.web.SessionContext;
import io.github.sessionstarter.web.SessionCookie;
import io.github.sessionstarter.web.SessionFilter;
import io.github.sessionstarter.web.SessionFlashMessages;
import io.github.sessionstarter.web.SessionValues;
import jakarta.servlet.DispatcherType;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Fallback;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import tools.jackson.databind.json.JsonMapper;

/**
 * Flask's sessions for a Spring MVC application. The repository comes from the configuration of the {@code
 * session.type} that is set, or from the application itself. Beans bear names that no application uses by chance:
 * views know {@code @flaskSession} and {@code @flaskMessages}.
 */
@AutoConfiguration(before = WebMvcAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(SessionProperties.class)
@Import({
    RedisStoreConfiguration.class,
    MemcachedStoreConfiguration.class,
    FilesystemStoreConfiguration.class,
    MongodbStoreConfiguration.class,
    JdbcStoreConfiguration.class,
    MissingClientConfiguration.class,
    StoreSessionConfiguration.class,
    CookieSessionConfiguration.class,
    NullSessionConfiguration.class,
    HttpSessionConfiguration.class,
    SecretSanitizingConfiguration.class
})
public final class SessionAutoConfiguration {

    /** A fallback, so that somebody who wants a Map and has one is not offered the session as a second. */
    @Bean
    @Fallback
    @ConditionalOnMissingBean(Session.class)
    CurrentSession flaskSession() {
        return new CurrentSession();
    }

    @Bean
    @ConditionalOnMissingBean(FlashMessages.class)
    SessionFlashMessages flaskMessages() {
        return new SessionFlashMessages();
    }

    @Bean
    @ConditionalOnMissingBean
    SessionContext flaskSessionContext(
            SessionProperties properties,
            SessionRepository repository,
            ObjectProvider<JsonMapper> mapper,
            ObjectProvider<SessionInstrumentation> instrumentations) {
        SessionInstrumentation instrumentation = SessionInstrumentations.of(instrumentations);
        return new SessionContext(
                instrumentation.around(repository),
                new SessionCookie(CookieAttributes.of(properties.getCookie()), instrumentation::oversize),
                new SessionValues(mapper.getIfUnique(SessionAutoConfiguration::plainMapper), repository),
                properties.isRefreshEachRequest());
    }

    private static JsonMapper plainMapper() {
        return JsonMapper.builder().findAndAddModules().build();
    }

    @Bean
    FilterRegistrationBean<SessionFilter> flaskSessionFilter(SessionContext context, ObjectProvider<RequestView> view) {
        SessionFilter filter = new SessionFilter(context, view.getIfAvailable(() -> RequestView.NONE));
        FilterRegistrationBean<SessionFilter> registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(SessionFilter.DEFAULT_ORDER);
        registration.setDispatcherTypes(
                DispatcherType.REQUEST, DispatcherType.FORWARD, DispatcherType.ASYNC, DispatcherType.ERROR);
        return registration;
    }

    @Bean
    static UnknownNames flaskUnknownNames(Environment environment) {
        return new UnknownNames(environment);
    }

    @Bean
    SessionAnnouncement flaskSessionAnnouncement(ListableBeanFactory beans, Environment environment) {
        return new SessionAnnouncement(beans, environment);
    }

    @Bean
    static SessionArgumentRegistrar flaskSessionArgumentRegistrar() {
        return new SessionArgumentRegistrar();
    }
}
