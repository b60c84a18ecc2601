package io.github.sessionstarter.autoconfigure;

import java.util.Locale;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps secret keys out of the actuator's env and configprops endpoints, whatever values those may show. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(SanitizingFunction.class)
class SecretSanitizingConfiguration {

    @Bean
    SanitizingFunction flaskSecretSanitizingFunction() {
        return data -> isSecret(data.getKey()) ? data.withSanitizedValue() : data;
    }

    /** Any spelling of session.secret-key, its fallbacks, and Flask's names for them. */
    private static boolean isSecret(String key) {
        String letters = key.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        return letters.startsWith("sessionsecretkey")
                || letters.startsWith("secretkey")
                || letters.startsWith("flasksecretkey");
    }
}
