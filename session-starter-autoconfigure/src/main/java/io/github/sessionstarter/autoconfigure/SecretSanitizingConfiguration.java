package io.github.sessionstarter.autoconfigure;

import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Keeps secret keys out of the actuator's env and configprops endpoints, whatever values those may show, and wherever a key
 * stands: in a command line, in JSON, or in a variable of another name.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(SanitizingFunction.class)
class SecretSanitizingConfiguration {

    /** A shorter key, which is allowed in tests, would be found in values that are none of its own. */
    private static final int MIN_LENGTH = 8;

    @Bean
    SanitizingFunction flaskSecretSanitizingFunction(ObjectProvider<SessionProperties> properties) {
        return data -> isSecret(data.getKey()) || holdsKey(data.getValue(), properties.getIfAvailable())
                ? data.withSanitizedValue()
                : data;
    }

    private static boolean holdsKey(@Nullable Object value, @Nullable SessionProperties properties) {
        if (value == null || properties == null) {
            return false;
        }
        String text = value.toString();
        return Stream.concat(Stream.ofNullable(properties.getSecretKey()), properties.getSecretKeyFallbacks().stream())
                .anyMatch(key -> key.length() >= MIN_LENGTH && text.contains(key));
    }

    /** Any spelling of session.secret-key, its fallbacks, and Flask's names for them. */
    private static boolean isSecret(String key) {
        String letters = key.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        return letters.startsWith("sessionsecretkey")
                || letters.startsWith("secretkey")
                || letters.startsWith("flasksecretkey");
    }
}
