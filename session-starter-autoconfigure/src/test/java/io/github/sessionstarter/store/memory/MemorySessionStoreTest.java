package io.github.sessionstarter.store.memory;

import io.github.sessionstarter.SessionStore;
import io.github.sessionstarter.store.SessionStoreContract;
import java.time.Clock;

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
