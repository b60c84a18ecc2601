package io.github.sessionstarter.autoconfigure;

import io.github.sessionstarter.SessionStore;
import io.github.sessionstarter.store.filesystem.FilesystemSessionStore;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sessions in files, {@code session.type=filesystem}. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnSessionType(SessionType.FILESYSTEM)
class FilesystemStoreConfiguration {

    @Bean
    @ConditionalOnMissingBean(SessionStore.class)
    FilesystemSessionStore flaskSessionStore(SessionProperties properties, ObjectProvider<Clock> clock) {
        SessionFileProperties file = properties.getFile();
        if (file.getThreshold() < 0) {
            throw new SessionConfigurationException(
                    "session.file.threshold is negative.", "Set it to a number of sessions, or to 0 for any number.");
        }
        return new FilesystemSessionStore(
                Path.of(file.getDir()),
                file.getThreshold(),
                FileMode.parse(file.getMode()),
                StoreTimeout.of(properties),
                clock.getIfUnique(Clock::systemUTC));
    }
}
