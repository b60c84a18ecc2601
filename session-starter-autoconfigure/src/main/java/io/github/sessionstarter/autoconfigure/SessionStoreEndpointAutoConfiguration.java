package io.github.sessionstarter.autoconfigure;

import io.github.sessionstarter.SessionRepository;
import io.github.sessionstarter.SessionStore;
import io.github.sessionstarter.actuate.SessionDescriber;
import io.github.sessionstarter.actuate.SessionStoreEndpoint;
import io.github.sessionstarter.actuate.SessionsDescriptor;
import io.github.sessionstarter.repository.SessionCleanup;
import io.github.sessionstarter.repository.SessionLifetime;
import io.github.sessionstarter.repository.StoredSessions;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.autoconfigure.endpoint.expose.EndpointExposure;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** The actuator's endpoint {@code sessionstore}. */
@AutoConfiguration(after = SessionAutoConfiguration.class)
@ConditionalOnClass({SanitizingFunction.class, ConditionalOnAvailableEndpoint.class})
@ConditionalOnAvailableEndpoint(endpoint = SessionStoreEndpoint.class, exposure = EndpointExposure.WEB)
@ConditionalOnBean({SessionProperties.class, SessionRepository.class})
@EnableConfigurationProperties(SessionStoreEndpointProperties.class)
public final class SessionStoreEndpointAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    SessionStoreEndpoint sessionStoreEndpoint(
            SessionStoreEndpointProperties endpoint,
            SessionProperties properties,
            ObjectProvider<SessionStore> store,
            ObjectProvider<SessionCleanup> cleanup,
            ObjectProvider<SessionInstrumentation> instrumentations,
            ObjectProvider<SanitizingFunction> sanitizingFunctions,
            ListableBeanFactory beans,
            Environment environment) {
        SessionKind kind = SessionKind.of(beans, environment);
        SessionType type = SessionType.of(environment);
        return new SessionStoreEndpoint(
                configuration(properties, kind, type),
                kind.isInStore() ? sessions(store.getObject(), instrumentations, properties, type) : null,
                kind.isInStore() ? cleanup.getIfAvailable() : null,
                new SessionDescriber(sanitizingFunctions.orderedStream().toList()),
                endpoint.getShowValues(),
                endpoint.getRoles());
    }

    private static StoredSessions sessions(
            SessionStore store,
            ObjectProvider<SessionInstrumentation> instrumentations,
            SessionProperties properties,
            SessionType type) {
        return new StoredSessions(
                SessionInstrumentations.of(instrumentations).around(store),
                Formats.of(properties, type),
                StoreSessionConfiguration.ids(properties, type));
    }

    private static SessionsDescriptor configuration(SessionProperties properties, SessionKind kind, SessionType type) {
        SessionLifetime lifetime = Lifetimes.of(properties, kind.isInStore());
        return new SessionsDescriptor(
                kind.type(),
                format(properties, kind, type),
                properties.getCookie().getName(),
                lifetime.lifetime(),
                lifetime.permanent(),
                lifetime.refreshEachRequest(),
                lifetime.refreshInterval(),
                kind.isInStore() ? store(properties) : null);
    }

    private static @Nullable String format(SessionProperties properties, SessionKind kind, SessionType type) {
        if (kind.isInStore()) {
            return Formats.name(properties, type);
        }
        return kind.type().equals("cookie") ? "tagged-json" : null;
    }

    private static SessionsDescriptor.Store store(SessionProperties properties) {
        return new SessionsDescriptor.Store(
                properties.getKeyPrefix(),
                properties.isUseSigner(),
                properties.isHashIds(),
                properties.getStoreTimeout(),
                properties.getOnStoreFailure().trim().toLowerCase(Locale.ROOT),
                properties.getCleanup().getInterval());
    }
}
