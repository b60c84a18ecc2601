package io.github.sessionstarter.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sessionstarter.SessionRepository;
import io.github.sessionstarter.SessionStore;
import io.github.sessionstarter.repository.NullSessionRepository;
import io.github.sessionstarter.store.memory.MemorySessionStore;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** What an application says when it starts: where its sessions are kept, and which names it does not know. */
@ExtendWith(OutputCaptureExtension.class)
class StartUpLogTest {

    private static final String KEY = "session.secret-key=a secret key of the tests";

    /** Without the system properties: what tests are told by them is below session. too. */
    private final WebApplicationContextRunner runner = new WebApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(SessionAutoConfiguration.class))
            .withInitializer(context -> context.getEnvironment()
                    .getPropertySources()
                    .remove(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME));

    /** Applications that other tests started may have set it to WARN. */
    @BeforeEach
    void logAtInfo() {
        LoggingSystem.get(getClass().getClassLoader()).setLogLevel(getClass().getPackageName(), LogLevel.INFO);
    }

    @ParameterizedTest
    @CsvSource({
        "cookie, Sessions are kept in a cookie",
        "filesystem, Sessions are kept in filesystem",
        "cachelib, Sessions are kept in filesystem",
        "memcached, Sessions are kept in memcached",
        "none, Sessions are not kept: session.type is none"
    })
    void theTypeIsTold(String type, String line, CapturedOutput output, @TempDir Path folder) {
        runner.withPropertyValues(KEY, "session.type=" + type, "session.file.dir=" + folder)
                .run(context -> assertThat(output).containsOnlyOnce(line).doesNotContain("a secret key"));
    }

    @Test
    void aStoreOfTheApplicationsOwnIsToldByItsBean(CapturedOutput output) {
        runner.withBean("shelf", SessionStore.class, () -> new MemorySessionStore(Clock.systemUTC()))
                .run(context -> assertThat(output).contains("Sessions are kept in the SessionStore bean shelf"));
    }

    @Test
    void aRepositoryOfTheApplicationsOwnIsToldByItsBean(CapturedOutput output) {
        runner.withBean("shelf", SessionRepository.class, () -> new NullSessionRepository("the application's own"))
                .run(context -> assertThat(output).contains("Sessions are kept in the SessionRepository bean shelf"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "session.typ",
                "session.secret-keys",
                "session.cookie.sam-site",
                "session.redis.host",
                "session.memcached-server[0]"
            })
    void aNameThatIsNoPropertyIsWarnedOfWithoutItsValue(String name, CapturedOutput output) {
        runner.withPropertyValues(KEY, name + "=precious")
                .run(context -> assertThat(context).hasNotFailed());

        assertThat(output)
                .containsOnlyOnce(name + " is set and is no property of session-starter")
                .doesNotContain("precious");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "session.secretKey=another secret key of the tests",
                "session.secret_key_fallbacks=another secret key of the tests",
                "session.secret-key-fallbacks[0]=another secret key of the tests",
                "session.permanent=",
                "session.cookie.SameSite=lax",
                "session.http-session.allowed-types[0]=com.example.shop",
                "session.jdbc.initialize-schema=never",
                "SESSION_REDIS=precious",
                "sessions.typ=precious"
            })
    void aNameThatIsOneInAnySpellingIsNotWarnedOf(String property, CapturedOutput output) {
        runner.withPropertyValues(KEY, property)
                .run(context -> assertThat(context).hasNotFailed());

        assertThat(output).doesNotContain("is no property");
    }

    @Test
    void theEnvironmentsNamesAreNotLookedAt(CapturedOutput output) {
        runner.withPropertyValues(KEY)
                .withInitializer(context -> context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new SystemEnvironmentPropertySource(
                                "variables", Map.of("SESSION_MANAGER", "local/desktop"))))
                .run(context -> assertThat(output).doesNotContain("is no property"));
    }

    @Test
    void aNameInTwoPlacesIsWarnedOfOnce(CapturedOutput output) {
        runner.withPropertyValues(KEY, "session.typ=redis")
                .withInitializer(context -> context.getEnvironment()
                        .getPropertySources()
                        .addLast(new MapPropertySource("file", Map.of("session.typ", "jdbc"))))
                .run(context -> assertThat(output).containsOnlyOnce("session.typ is set"));
    }
}
