package io.github.sessionstarter.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.sessionstarter.repository.Turns.Turn;
import java.time.Duration;
import java.util.stream.IntStream;
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

    private static void run(Thread request) {
        request.start();
        await().pollInterval(Duration.ofMillis(5)).until(() -> !request.isAlive());
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
        long start = System.nanoTime();

        IntStream.range(0, 10)
                .mapToObj(request -> new Thread(this::collideOnce))
                .forEach(TurnsTest::run);

        // a turn that stayed would cost each of the others the whole second
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
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
