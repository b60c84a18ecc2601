package io.github.sessionstarter.autoconfigure;

import java.time.Duration;

/** {@code session.store-timeout}. */
final class StoreTimeout {

    private StoreTimeout() {}

    /** @throws SessionConfigurationException where it is no time */
    static Duration of(SessionProperties properties) {
        Duration timeout = properties.getStoreTimeout();
        if (timeout.toMillis() < 1) {
            throw new SessionConfigurationException(
                    "session.store-timeout must be a millisecond or more.", "Leave it out for two seconds.");
        }
        return timeout;
    }
}
