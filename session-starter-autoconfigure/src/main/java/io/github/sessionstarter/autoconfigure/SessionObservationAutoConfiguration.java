package io.github.sessionstarter.autoconfigure;

import io.github.sessionstarter.SessionStore;
import io.github.sessionstarter.actuate.ObservedSessionStore;
import io.github.sessionstarter.actuate.SessionStoreObservationConvention;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/** Observes each call of the session store where there is Micrometer's Observation. */
@AutoConfiguration(
        afterName = "org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration")
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass(ObservationRegistry.class)
@ConditionalOnBean(ObservationRegistry.class)
public final class SessionObservationAutoConfiguration {

    @Bean
    @Order(1)
    SessionInstrumentation flaskSessionObservation(
            ObservationRegistry registry,
            ObjectProvider<SessionStoreObservationConvention> convention,
            ListableBeanFactory beans,
            Environment environment) {
        return new Observed(SessionKind.of(beans, environment).type(), registry, convention.getIfAvailable());
    }

    private record Observed(
            String type,
            ObservationRegistry registry,
            @Nullable SessionStoreObservationConvention convention) implements SessionInstrumentation {

        @Override
        public SessionStore around(SessionStore store) {
            return new ObservedSessionStore(store, type, registry, convention);
        }
    }
}
