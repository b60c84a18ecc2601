package io.github.sessionstarter.store.mvstore;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sessionstarter.SessionStore;
import io.github.sessionstarter.autoconfigure.SessionAutoConfiguration;
import io.github.sessionstarter.repository.StoreSessionRepository;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

class MvSessionsConfigurationTest {

    @Test
    void sessionsAreKeptInTheFileAndOutliveTheApplication(@TempDir Path folder) {
        WebApplicationContextRunner application = new WebApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(SessionAutoConfiguration.class))
                .withUserConfiguration(MvSessionsConfiguration.class)
                .withPropertyValues("shop.session-file=" + folder.resolve("sessions.mv"));

        application.run(context -> {
            assertThat(context).hasSingleBean(StoreSessionRepository.class);
            context.getBean(SessionStore.class).insert("session:1", new byte[] {1}, Duration.ofMinutes(10));
        });

        application.run(context -> assertThat(context.getBean(SessionStore.class)
                        .load("session:1", null)
                        .value())
                .containsExactly(1));
    }
}
