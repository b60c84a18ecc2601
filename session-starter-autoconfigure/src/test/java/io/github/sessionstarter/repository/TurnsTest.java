package io.github.sessionstarter.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.sessionstarter.repository.Turns.Turn;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TurnsTest {

    private final Turns turns = new Turns();

    private void collideOnce() {
        try (Turn turn = turns.of("key")) {
            turn.await();
        }
    }

    private void collide(Turn turn, int times) {
        IntStream.range(0, times).forEach(collision -> turn.await());
    }

    @Test
    void whoCollidedWaitsUntilTheTurnBeforeIsOver() {
        Thread second = new Thread(this::collideOnce);

        try (Turn first = turns.of("key")) {
            first.await();
            second.start();
            await().pollInterval(Duration.ofMillis(5)).until(() -> second.getState() == Thread.State.TIMED_WAITING);
        }

        await().until(() -> !second.isAlive());
    }

    @Test
    void aTurnThatIsOverHoldsNobodyUp() {
        List<Thread> requests =
                Stream.generate(() -> new Thread(this::collideOnce)).limit(20).toList();

        requests.forEach(Thread::start);

        // a turn that stayed would cost each of the others the whole second
        await().atMost(Duration.ofSeconds(10)).until(() -> requests.stream().noneMatch(Thread::isAlive));
    }

    @Test
    void aTurnThatDoesNotComeIsNotNeeded() {
        Thread second = new Thread(this::collideOnce);

        try (Turn first = turns.of("key")) {
            first.await();
            second.start();

            await().until(() -> !second.isAlive());
        }
    }

    @Test
    void whoCollidesAgainAndAgainPauses() {
        long start = System.nanoTime();

        try (Turn turn = turns.of("key")) {
            collide(turn, 100);
        }

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(50));
    }

    @Test
    void whoWasInterruptedStillIs() {
        Thread.currentThread().interrupt();

        try (Turn turn = turns.of("key")) {
            turn.await();
        }

        assertThat(Thread.interrupted()).isTrue();
    }
}
