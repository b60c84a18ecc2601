package io.github.sessionstarter.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SessionCleanupTest {

    private final ObservedStore store = new ObservedStore(Clock.systemUTC());

    private void expired(int records) {
        for (int i = 0; i < records; i++) {
            store.insert("expired" + i, new byte[0], Duration.ZERO);
        }
    }

    @Test
    void purgesAllInBatches() {
        expired(25);
        store.insert("alive", new byte[0], Duration.ofMinutes(1));

        int purged = new SessionCleanup(store, Duration.ZERO, 10).purge();

        assertThat(purged).isEqualTo(25);
        assertThat(store.onlyKey()).isEqualTo("alive");
    }

    @Test
    void purgesAgainAndAgainUntilItIsStopped() {
        SessionCleanup cleanup = new SessionCleanup(store, Duration.ofMillis(20), 10);
        cleanup.start();
        try {
            expired(5);
            await().until(() -> store.size() == 0);
            expired(5);
            await().until(() -> store.size() == 0);
        } finally {
            cleanup.stop();
        }
        assertThat(cleanup.isRunning()).isFalse();
    }

    @Test
    void anIntervalOfZeroTurnsItOff() {
        SessionCleanup cleanup = new SessionCleanup(store, Duration.ZERO, 10);

        cleanup.start();

        assertThat(cleanup.isRunning()).isFalse();
    }
}
