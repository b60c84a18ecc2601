package io.github.sessionstarter.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

class SessionCleanupTest {

    private final ObservedStore store = new ObservedStore(Clock.systemUTC());

    private final SessionCleanup cleanup = new SessionCleanup(store, Duration.ofMillis(20), 10);

    @AfterEach
    void stop() {
        cleanup.stop();
    }

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
    void purgesAgainAndAgain() {
        cleanup.start();

        expired(5);
        await().untilAtomic(store.purged, is(5));
        expired(5);
        await().untilAtomic(store.purged, is(10));
    }

    @Test
    void aRoundThatFailsIsFollowedByTheNext() {
        expired(5);
        store.failures.set(1);

        cleanup.start();

        await().untilAtomic(store.purged, is(5));
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void aRoundThatEndsWithAnErrorIsToldAndFollowedByTheNext(CapturedOutput output) {
        expired(5);
        store.error.set(new NoClassDefFoundError("a driver's"));

        cleanup.start();

        await().untilAtomic(store.purged, is(5));
        assertThat(output).contains("could not be removed: java.lang.NoClassDefFoundError");
    }

    @Test
    void doesNotKeepTheApplicationAlive() {
        Thread application = new Thread(cleanup::start);
        application.setDaemon(false);

        application.start();

        await().until(() -> !store.purgers.isEmpty());
        assertThat(store.purgers).allMatch(Thread::isDaemon);
    }

    @Test
    void leavesNoThreadBehind() {
        cleanup.start();
        cleanup.start();
        await().until(() -> !store.purgers.isEmpty());

        cleanup.stop();
        cleanup.stop();

        assertThat(cleanup.isRunning()).isFalse();
        await().until(() -> store.purgers.stream().noneMatch(Thread::isAlive));
    }

    @Test
    void startsAgainAfterAStop() {
        cleanup.start();
        cleanup.stop();
        expired(5);

        cleanup.start();

        assertThat(cleanup.isRunning()).isTrue();
        await().untilAtomic(store.purged, is(5));
    }

    @Test
    void anIntervalOfZeroTurnsItOff() {
        SessionCleanup off = new SessionCleanup(store, Duration.ZERO, 10);

        off.start();

        assertThat(off.isRunning()).isFalse();
    }
}
