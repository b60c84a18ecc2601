package io.github.sessionstarter.benchmarks.report;

import java.util.Arrays;
import java.util.Locale;

/**
 * The median of some measurements, and an interval that holds the true median with 95 % confidence or more, whatever the
 * distribution: it ends at two of the measurements, as far out as the binomial distribution asks for (the sign test's
 * interval). Under six measurements reach that confidence with no such two: then it spans them all.
 */
public record Interval(double median, double low, double high) {

    private static final double OUTSIDE = 0.025;

    /**
     * The interval of some measurements.
     *
     * @param values at least one
     */
    public static Interval of(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int from = outliers(sorted.length);
        int middle = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Interval(median, sorted[from], sorted[sorted.length - 1 - from]);
    }

    /** How many measurements may lie outside on each side. */
    private static int outliers(int count) {
        double probability = Math.pow(0.5, count);
        double tail = probability;
        int outliers = 0;
        while (tail <= OUTSIDE) {
            outliers++;
            probability = probability * (count - outliers + 1) / outliers;
            tail += probability;
        }
        return Math.max(0, outliers - 1);
    }

    /** Pairs of measurements that were taken one after the other, divided. */
    public static Interval ofRatios(double[] dividends, double[] divisors) {
        double[] ratios = new double[dividends.length];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = dividends[i] / divisors[i];
        }
        return of(ratios);
    }

    /** As in {@code 0.95 (0.91–0.99)}. */
    public String ratio() {
        return String.format(Locale.ROOT, "%.2f (%.2f–%.2f)", median, low, high);
    }
}
