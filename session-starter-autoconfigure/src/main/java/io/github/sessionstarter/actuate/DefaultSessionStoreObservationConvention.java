package io.github.sessionstarter.actuate;

import io.micrometer.common.KeyValues;
import java.util.Locale;

/**
 * Calls the observation {@code session.store} and its span {@code session-store load} and so on. Its keys have few values
 * each: {@code type}, {@code operation} and {@code outcome}; see {@link SessionStoreObservationContext}.
 */
public class DefaultSessionStoreObservationConvention implements SessionStoreObservationConvention {

    @Override
    public String getName() {
        return "session.store";
    }

    @Override
    public String getContextualName(SessionStoreObservationContext context) {
        return "session-store " + lowerCase(context.getOperation()).replace('_', '-');
    }

    @Override
    public KeyValues getLowCardinalityKeyValues(SessionStoreObservationContext context) {
        return KeyValues.of(
                "type", context.getType(),
                "operation", lowerCase(context.getOperation()),
                "outcome", lowerCase(context.getResult()));
    }

    private static String lowerCase(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
