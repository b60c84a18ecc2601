package io.github.sessionstarter.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalTest {

    /** The ranks are those of the tables for the sign test's interval at 95 %. */
    @ParameterizedTest
    @CsvSource({"1, 1, 1", "5, 1, 5", "6, 1, 6", "9, 2, 8", "12, 3, 10", "20, 6, 15", "25, 8, 18"})
    void itEndsAtTheRanksThatTheBinomialDistributionAsksFor(int count, double low, double high) {
        double[] values = IntStream.rangeClosed(1, count).asDoubleStream().toArray();

        Interval interval = Interval.of(values);

        assertThat(interval).isEqualTo(new Interval((count + 1) / 2.0, low, high));
    }

    @ParameterizedTest
    @CsvSource({"1, 2, 0.5", "3, 2, 1.5"})
    void ratiosAreOfPairs(double dividend, double divisor, double ratio) {
        Interval interval = Interval.ofRatios(new double[] {dividend}, new double[] {divisor});

        assertThat(interval.median()).isEqualTo(ratio);
    }
}
