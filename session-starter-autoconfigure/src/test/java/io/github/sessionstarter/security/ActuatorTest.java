package io.github.sessionstarter.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.actuate.context.properties.ConfigurationPropertiesReportEndpoint;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.actuate.endpoint.Show;
import org.springframework.boot.actuate.env.EnvironmentEndpoint;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import tools.jackson.databind.json.JsonMapper;

/** An actuator that is told to show all values shows the keys' all the same as asterisks. */
@DisplayName("The actuator shows no secret key")
class ActuatorTest {

    private static final String KEY = "d41c7e0b95a2f83660c9e17b";

    private static void withKeys(ConfigurableApplicationContext context) {
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "keys",
                        Map.of(
                                "session.secret-key", KEY,
                                "session.secret-key-fallbacks[0]", KEY + "0",
                                "session.secret-key-fallbacks[1]", KEY + "1",
                                "SESSION_SECRETKEY", KEY,
                                "FLASK_SECRET_KEY", KEY,
                                "SECRET_KEY", KEY,
                                "SECRET_KEY_FALLBACKS", KEY,
                                "session.of.another.name", KEY,
                                "session.json", "{\"secret-key\": \"" + KEY + "\"}",
                                "session.cookie.name", "shown")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cookie", "none"})
    void envShowsNone(String type) {
        Repositories.RUNNER
                .withInitializer(ActuatorTest::withKeys)
                .withPropertyValues("session.type=" + type)
                .run(context -> {
                    List<SanitizingFunction> sanitizers = context.getBeanProvider(SanitizingFunction.class).stream()
                            .toList();

                    var shown = new EnvironmentEndpoint(context.getEnvironment(), sanitizers, Show.ALWAYS)
                            .environment("(?i).*(session|secret).*");

                    assertThat(JsonMapper.shared().writeValueAsString(shown))
                            .contains("session.secret-key", "FLASK_SECRET_KEY", "shown")
                            .doesNotContain(KEY);
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"cookie", "none"})
    void configpropsShowsNone(String type) {
        Repositories.RUNNER
                .withInitializer(ActuatorTest::withKeys)
                .withPropertyValues("session.type=" + type)
                .run(context -> {
                    var endpoint = new ConfigurationPropertiesReportEndpoint(
                            context.getBeanProvider(SanitizingFunction.class).stream()
                                    .toList(),
                            Show.ALWAYS);
                    endpoint.setApplicationContext(context);

                    String shown = JsonMapper.shared().writeValueAsString(endpoint.configurationProperties());

                    assertThat(shown).contains("secretKey", "shown").doesNotContain(KEY);
                });
    }
}
