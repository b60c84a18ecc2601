package io.github.sessionstarter.autoconfigure;

import java.time.Duration;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/** {@code session.store-timeout}. */
final class StoreTimeout {

    private static final Log log = LogFactory.getLog(StoreTimeout.class);

    /** Whoever sets less than this has probably meant seconds. */
    private static final Duration SHORT = Duration.ofMillis(50);

    private StoreTimeout() {}

    /**
     * How long an operation may take. To be called once: it warns.
     *
     * @throws SessionConfigurationException where it is no time
     */
    static Duration of(SessionProperties properties) {
        Duration timeout = properties.getStoreTimeout();
        if (timeout.toMillis() < 1) {
            throw new SessionConfigurationException(
                    "session.store-timeout must be a millisecond or more.", "Leave it out for two seconds.");
        }
        if (timeout.compareTo(SHORT) < 0) {
            log.warn("session.store-timeout is " + timeout.toMillis() + " ms, which is short for a server to answer. A"
                    + " number without a unit is milliseconds: two seconds are written 2s");
        }
        return timeout;
    }
}
