package io.github.sessionstarter.autoconfigure;

import io.github.sessionstarter.SessionRepository;
import io.github.sessionstarter.SessionStore;
import io.github.sessionstarter.repository.AnonymousFallback;
import io.github.sessionstarter.repository.SessionCleanup;
import io.github.sessionstarter.repository.SessionIds;
import io.github.sessionstarter.repository.StoreSessionRepository;
import io.github.sessionstarter.serialization.SessionFormat;
import io.github.sessionstarter.signing.Digest;
import io.github.sessionstarter.signing.KeyDerivation;
import io.github.sessionstarter.signing.SecretKeys;
import io.github.sessionstarter.signing.Signer;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Sessions in a store: that of the {@code session.type}, or the application's own. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBean(SessionStore.class)
class StoreSessionConfiguration {

    private static final Map<String, UnaryOperator<SessionRepository>> ON_FAILURE = new LinkedHashMap<>();

    static {
        ON_FAILURE.put("fail", repository -> repository);
        ON_FAILURE.put("anonymous", AnonymousFallback::new);
    }

    @Bean
    @ConditionalOnMissingBean(SessionRepository.class)
    SessionRepository flaskSessionRepository(
            SessionProperties properties,
            SessionStore store,
            ObjectProvider<Clock> clock,
            Environment environment,
            ObjectProvider<SessionInstrumentation> instrumentations) {
        if (properties.isUseSigner()) {
            UnquotedDigits.warnAbout(environment);
        }
        SessionFormat format = Formats.of(properties, SessionType.of(environment));
        SessionRepository repository = new StoreSessionRepository(
                SessionInstrumentations.of(instrumentations).around(store),
                format,
                ids(properties, SessionType.of(environment)),
                Lifetimes.of(properties, true),
                clock.getIfUnique(Clock::systemUTC));
        return Choice.of("session.on-store-failure", properties.getOnStoreFailure(), ON_FAILURE)
                .apply(repository);
    }

    static SessionIds ids(SessionProperties properties, SessionType type) {
        int length = properties.getIdLength();
        if (length < 16 || length > 128) {
            throw new SessionConfigurationException(
                    "session.id-length must be from 16 to 128 bytes: shorter ids can be guessed.",
                    "Leave it out for 32 bytes.");
        }
        String prefix = properties.getKeyPrefix();
        if (prefix.length() > 64 || !prefix.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw new SessionConfigurationException(
                    "session.key-prefix must be 64 printable ASCII characters at most, without blanks.",
                    "Set it to a short name with a colon, as shop:.");
        }
        if (prefix.isEmpty() && (type == SessionType.REDIS || type == SessionType.MEMCACHED)) {
            throw new SessionConfigurationException(
                    "session.key-prefix is empty: a cookie could name any key of the server, and have it expire.",
                    "Leave it out for session:, or set it to a prefix of this application's own.");
        }
        return new SessionIds(prefix, length, properties.isHashIds(), signer(properties));
    }

    private static @Nullable Signer signer(SessionProperties properties) {
        if (!properties.isUseSigner()) {
            return null;
        }
        SecretKeys keys = SecretKeyPolicy.keys(properties);
        if (keys == null) {
            throw new SessionConfigurationException(
                    "session.use-signer is on, and there is no session.secret-key to sign with.",
                    "Set session.secret-key to a random value, as 'openssl rand -hex 32' prints one.");
        }
        Digest digest = Digests.of(properties);
        return new Signer(keys, SessionIds.SALT, KeyDerivation.HMAC, digest);
    }

    @Bean
    @ConditionalOnMissingBean
    SessionCleanup flaskSessionCleanup(
            SessionProperties properties, SessionStore store, ObjectProvider<SessionInstrumentation> instrumentations) {
        SessionCleanupProperties cleanup = properties.getCleanup();
        if (cleanup.getInterval().isNegative() || cleanup.getBatchSize() < 1) {
            throw new SessionConfigurationException(
                    "session.cleanup.interval must not be negative, and session.cleanup.batch-size not below 1.",
                    "Leave them out for an hour and 1000 sessions; an interval of 0 turns it off.");
        }
        return new SessionCleanup(
                SessionInstrumentations.of(instrumentations).around(store),
                cleanup.getInterval(),
                cleanup.getBatchSize());
    }
}
