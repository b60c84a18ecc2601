package io.github.sessionstarter.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DeparturesTest {

    private final Departures departures = new Departures();

    private void addedUpTo(int last) {
        IntStream.rangeClosed(1, last).mapToObj(Integer::toString).forEach(departures::add);
    }

    @Test
    void tenThousandAreRemembered() {
        addedUpTo(10_000);

        assertThat(departures.contains("1")).isTrue();
        assertThat(departures.contains("10000")).isTrue();
    }

    @Test
    void beyondThatTheOldestIsForgotten() {
        addedUpTo(10_001);

        assertThat(departures.contains("1")).isFalse();
        assertThat(departures.contains("2")).isTrue();
        assertThat(departures.contains("10001")).isTrue();
    }

    @Test
    void whatIsAddedAgainForgetsNothing() {
        addedUpTo(10_000);

        departures.add("10000");

        assertThat(departures.contains("1")).isTrue();
    }
}
