package io.github.sessionstarter.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RefreshTimesTest {

    private static final Instant NOW = Instant.parse("2023-11-14T22:13:20Z");

    private final RefreshTimes times = new RefreshTimes(Duration.ofMinutes(5));

    private void notedUpTo(int last) {
        IntStream.rangeClosed(1, last).mapToObj(Integer::toString).forEach(key -> times.note(key, NOW));
    }

    @Test
    void aSessionIsDueWhenTheIntervalIsOverAndNotBefore() {
        times.note("key", NOW);

        assertThat(times.isDue("key", NOW.plus(Duration.ofMinutes(5)).minusNanos(1)))
                .isFalse();
        assertThat(times.isDue("key", NOW.plus(Duration.ofMinutes(5)))).isTrue();
        assertThat(times.isDue("another", NOW)).isTrue();
    }

    @Test
    void tenThousandAreRemembered() {
        notedUpTo(10_000);

        assertThat(times.isDue("1", NOW)).isFalse();
    }

    @Test
    void beyondThatTheOldestIsForgottenAndDue() {
        notedUpTo(10_001);

        assertThat(times.isDue("1", NOW)).isTrue();
        assertThat(times.isDue("2", NOW)).isFalse();
    }

    @Test
    void whatWasProlongedAgainIsNotTheOldest() {
        notedUpTo(10_000);

        times.note("1", NOW);
        times.note("another", NOW);

        assertThat(times.isDue("1", NOW)).isFalse();
        assertThat(times.isDue("2", NOW)).isTrue();
    }
}
