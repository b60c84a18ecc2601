package io.github.sessionstarter.benchmarks.report;

import java.util.Locale;

/** Numbers as tables show them. */
public final class Figure {

    private Figure() {}

    /** A whole number with blanks between its thousands. */
    public static String whole(double number) {
        return String.format(Locale.ROOT, "%,d", Math.round(number)).replace(',', ' ');
    }

    /** Three digits that count. */
    public static String of(double number) {
        if (Math.abs(number) >= 100) {
            return whole(number);
        }
        return String.format(Locale.ROOT, Math.abs(number) >= 10 ? "%.1f" : "%.2f", number);
    }
}
