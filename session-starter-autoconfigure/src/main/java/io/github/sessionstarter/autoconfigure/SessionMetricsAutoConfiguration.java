package io.github.sessionstarter.autoconfigure;

import io.github.sessionstarter.SessionRepository;
import io.github.sessionstarter.SessionStore;
import io.github.sessionstarter.actuate.MeteredSessionRepository;
import io.github.sessionstarter.actuate.MeteredSessionStore;
import io.github.sessionstarter.actuate.SessionMeters;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/** Counts and times sessions where there is Micrometer; {@link SessionMeters} lists the meters. */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration",
            "org.springframework.boot.micrometer.metrics.autoconfigure.export.simple.SimpleMetricsExportAutoConfiguration"
        })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass(MeterRegistry.class)
@ConditionalOnBean(MeterRegistry.class)
public final class SessionMetricsAutoConfiguration {

    @Bean
    SessionMeters flaskSessionMeters(MeterRegistry registry, ListableBeanFactory beans, Environment environment) {
        return new SessionMeters(registry, SessionKind.of(beans, environment).type());
    }

    @Bean
    @Order(0)
    SessionInstrumentation flaskSessionMetrics(SessionMeters meters) {
        return new Metrics(meters);
    }

    private record Metrics(SessionMeters meters) implements SessionInstrumentation {

        @Override
        public SessionStore around(SessionStore store) {
            return new MeteredSessionStore(store, meters);
        }

        @Override
        public SessionRepository around(SessionRepository repository) {
            return new MeteredSessionRepository(repository, meters);
        }

        @Override
        public void oversize() {
            meters.oversize();
        }
    }
}
