package io.github.sessionstarter.autoconfigure;

import io.github.sessionstarter.SessionStore;
import io.github.sessionstarter.store.filesystem.FilesystemSessionStore;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
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
        Path folder = Path.of(file.getDir());
        int mode = FileMode.parse(file.getMode());
        Duration timeout = StoreTimeout.of(properties);
        try {
            return new FilesystemSessionStore(
                    folder, file.getThreshold(), mode, timeout, clock.getIfUnique(Clock::systemUTC));
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof FileSystemException failure) {
                throw unusable(folder.toAbsolutePath(), failure);
            }
            throw e;
        }
    }

    private static SessionConfigurationException unusable(Path folder, FileSystemException failure) {
        String problem = "cannot be written to";
        if (!Files.exists(folder)) {
            problem = "cannot be created";
        } else if (!Files.isDirectory(folder)) {
            problem = "is no folder";
        }
        String reason = failure.getReason() == null ? "" : " (" + failure.getReason() + ")";
        return new SessionConfigurationException(
                "session.file.dir is " + folder + ", which " + problem + reason + ".",
                "Set it to a folder that the application's user may write to, or may create.");
    }
}
