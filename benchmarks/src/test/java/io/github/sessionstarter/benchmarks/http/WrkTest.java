package io.github.sessionstarter.benchmarks.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class WrkTest {

    @Test
    void theRateIsThatOfTheWholeRun() throws IOException {
        String output = "Running 2s test\n  2 threads\nanswered 30000 2000000 0\n";

        assertThat(Wrk.answered(output)).isEqualTo(new Load.Answered(30_000, 2));
        assertThat(Wrk.answered(output).perSecond()).isEqualTo(15_000);
    }

    @Test
    void requestsThatFailAreNoResult() {
        assertThatIOException().isThrownBy(() -> Wrk.answered("answered 30000 2000000 7\n"));
    }

    @Test
    void noResultIsNone() {
        assertThatIOException().isThrownBy(() -> Wrk.answered("unable to connect\n"));
    }
}
