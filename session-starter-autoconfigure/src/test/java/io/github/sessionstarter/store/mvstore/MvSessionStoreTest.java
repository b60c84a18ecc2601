package io.github.sessionstarter.store.mvstore;

import io.github.sessionstarter.SessionStore;
import io.github.sessionstarter.store.SessionStoreContract;
import java.nio.file.Path;
import java.time.Clock;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class MvSessionStoreTest extends SessionStoreContract {

    @TempDir
    Path folder;

    private MVStore file;
    private MvSessionStore store;

    @BeforeEach
    void open() {
        file = MVStore.open(folder.resolve("sessions.mv").toString());
        store = new MvSessionStore(file, Clock.systemUTC());
    }

    @AfterEach
    void close() {
        file.close();
    }

    @Override
    protected SessionStore store() {
        return store;
    }

    @Override
    protected boolean purges() {
        return true;
    }
}
