package io.github.sessionstarter.autoconfigure;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Speaks before Spring Boot's own analyzers where secret keys cannot be bound (a gap in the list of fallbacks, say):
 * those print the value.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class SecretBindFailureAnalyzer extends AbstractFailureAnalyzer<BindException> {

    private static final String SECRET_KEY = "session.secret-key";

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, BindException cause) {
        String property = secret(cause);
        if (property == null) {
            return null;
        }
        return new FailureAnalysis(
                property + " cannot be bound. Its value is not shown.",
                "Set session.secret-key to one key, and number session.secret-key-fallbacks from [0] without a gap.",
                new SessionConfigurationException(property + " cannot be bound", ""));
    }

    private static @Nullable String secret(BindException failure) {
        if (failure.getCause() instanceof UnboundConfigurationPropertiesException unbound) {
            return unbound.getUnboundProperties().stream()
                    .map(property -> property.getName().toString())
                    .filter(name -> name.startsWith(SECRET_KEY))
                    .findFirst()
                    .orElse(null);
        }
        ConfigurationPropertyName name = failure.getName();
        return name.toString().startsWith(SECRET_KEY) ? name.toString() : null;
    }
}
