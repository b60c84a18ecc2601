package io.github.sessionstarter.autoconfigure;

import io.github.sessionstarter.SessionStore;
import io.github.sessionstarter.actuate.SessionStoreHealthIndicator;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** The health of the session store, {@code management.health.sessionstore.enabled}; sessions in cookies need none. */
@AutoConfiguration(after = SessionAutoConfiguration.class)
@ConditionalOnClass({HealthIndicator.class, ConditionalOnEnabledHealthIndicator.class})
@ConditionalOnBean(SessionProperties.class)
@ConditionalOnSingleCandidate(SessionStore.class)
@ConditionalOnEnabledHealthIndicator("sessionstore")
public final class SessionStoreHealthContributorAutoConfiguration {

    /** Asks the store itself: what probes do is no use of sessions, and is not counted among it. */
    @Bean
    @ConditionalOnMissingBean(name = {"sessionStoreHealthIndicator", "sessionStoreHealthContributor"})
    SessionStoreHealthIndicator sessionStoreHealthIndicator(
            SessionStore store, SessionProperties properties, ListableBeanFactory beans, Environment environment) {
        return new SessionStoreHealthIndicator(
                store, SessionKind.of(beans, environment).type(), properties.getKeyPrefix());
    }
}
