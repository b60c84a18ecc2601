package io.github.sessionstarter.actuate;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;

/**
 * What the observation of a session store's call is called and which keys it has. An application's own bean takes the
 * place of {@link DefaultSessionStoreObservationConvention}.
 */
public interface SessionStoreObservationConvention extends ObservationConvention<SessionStoreObservationContext> {

    @Override
    default boolean supportsContext(Observation.Context context) {
        return context instanceof SessionStoreObservationContext;
    }
}
