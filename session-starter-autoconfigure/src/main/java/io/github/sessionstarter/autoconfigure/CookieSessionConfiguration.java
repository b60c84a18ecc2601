package io.github.sessionstarter.autoconfigure;

import io.github.sessionstarter.SessionRepository;
import io.github.sessionstarter.SessionStore;
import io.github.sessionstarter.repository.CookieSessionRepository;
import io.github.sessionstarter.repository.NullSessionRepository;
import io.github.sessionstarter.signing.SecretKeys;
import java.time.Clock;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Sessions in a signed cookie, {@code session.type=cookie}. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnSessionType(SessionType.COOKIE)
class CookieSessionConfiguration {

    private static final Log log = LogFactory.getLog(CookieSessionConfiguration.class);

    private static final String NO_SECRET_KEY = "The session cannot be changed, because no secret key is set. Set"
            + " session.secret-key to a random value of at least 16 bytes, as 'openssl rand -hex 32' prints one.";

    @Bean
    @ConditionalOnMissingBean({SessionRepository.class, SessionStore.class})
    SessionRepository flaskSessionRepository(
            SessionProperties properties, ObjectProvider<Clock> clock, Environment environment) {
        UnquotedDigits.warnAbout(environment);
        SecretKeys keys = SecretKeyPolicy.keys(properties);
        if (keys == null) {
            log.warn("No session.secret-key is set: sessions stay empty, and a change to one throws");
            return new NullSessionRepository(NO_SECRET_KEY);
        }
        return new CookieSessionRepository(
                keys, Digests.of(properties), Lifetimes.of(properties, false), clock.getIfUnique(Clock::systemUTC));
    }
}
