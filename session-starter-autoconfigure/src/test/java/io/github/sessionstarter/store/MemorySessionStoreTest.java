package io.github.sessionstarter.store;

import io.github.sessionstarter.SessionStore;
import java.time.Clock;

/** The contract holds for the store that other tests lean on. */
class MemorySessionStoreTest extends SessionStoreContract {

    private final MemorySessionStore store = new MemorySessionStore(Clock.systemUTC());

    @Override
    protected SessionStore store() {
        return store;
    }

    @Override
    protected boolean purges() {
        return true;
    }
}
