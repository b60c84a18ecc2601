package io.github.sessionstarter.actuate;

import io.github.sessionstarter.SessionStore;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/**
 * Whether sessions can be read from their store: it is asked for a record that nobody has, as any request would ask, and
 * within the same time. Nothing is written.
 */
public final class SessionStoreHealthIndicator extends AbstractHealthIndicator {

    private final SessionStore store;
    private final String type;
    private final String key;

    /**
     * Of this store.
     *
     * @param type shown among the details
     * @param keyPrefix what all keys begin with: a server may let the application see no others
     */
    public SessionStoreHealthIndicator(SessionStore store, String type, String keyPrefix) {
        super("The session store cannot be read");
        this.store = store;
        this.type = type;
        this.key = keyPrefix + "health";
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        builder.up().withDetail("type", type);
        store.load(key, null);
    }
}
