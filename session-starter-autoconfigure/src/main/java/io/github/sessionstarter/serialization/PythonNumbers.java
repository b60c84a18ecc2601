package io.github.sessionstarter.serialization;

import java.math.BigInteger;
import tools.jackson.core.io.NumberOutput;

/** Numbers as Python writes them. */
final class PythonNumbers {

    /** Python refuses to read integers of more decimal digits ({@code sys.int_info.default_max_str_digits}). */
    static final int MAX_DIGITS = 4300;

    /** Every integer of as many bits has at most {@link #MAX_DIGITS} digits. */
    private static final int MAX_BITS = (int) (MAX_DIGITS / Math.log10(2));

    private PythonNumbers() {}

    static boolean isTooLong(BigInteger value) {
        return value.bitLength() > MAX_BITS;
    }

    /**
     * What {@code float.__repr__} writes: the fewest digits that read back as the same number, with an exponent, of two
     * digits at least, below 1e-4 and from 1e16 on; {@code NaN} and {@code Infinity} as {@code json.dumps} spells them.
     */
    static String repr(double value) {
        if (Double.isNaN(value)) {
            return "NaN";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "Infinity" : "-Infinity";
        }
        String sign = Math.copySign(1, value) < 0 ? "-" : "";
        if (value == 0) {
            return sign + "0.0";
        }
        Decimal decimal = Decimal.of(Math.abs(value));
        String digits = decimal.digits;
        int point = decimal.point;
        if (point > 16 || point < -3) {
            String fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
            int exponent = point - 1;
            String padding = Math.abs(exponent) < 10 ? "0" : "";
            return sign + digits.charAt(0) + fraction + "e" + (exponent < 0 ? "-" : "+") + padding + Math.abs(exponent);
        }
        if (point <= 0) {
            return sign + "0." + "0".repeat(-point) + digits;
        }
        if (digits.length() <= point) {
            return sign + digits + "0".repeat(point - digits.length()) + ".0";
        }
        return sign + digits.substring(0, point) + "." + digits.substring(point);
    }

    /** The number 0.<i>digits</i> · 10^<i>point</i>; neither end of the digits is a zero. */
    private record Decimal(String digits, int point) {

        static Decimal of(double positive) {
            // Double.toString has digits too many before JDK 19; Jackson's writer has not, on any JDK
            String text = NumberOutput.toString(positive, true);
            int e = text.indexOf('E');
            String mantissa = e < 0 ? text : text.substring(0, e);
            int dot = mantissa.indexOf('.');
            String all = mantissa.substring(0, dot) + mantissa.substring(dot + 1);
            int first = 0;
            while (all.charAt(first) == '0') {
                first++;
            }
            int last = all.length();
            while (all.charAt(last - 1) == '0') {
                last--;
            }
            int exponent = e < 0 ? 0 : Integer.parseInt(text.substring(e + 1));
            Decimal decimal = new Decimal(all.substring(first, last), dot - first + exponent);
            return decimal.digits.length() == 2 ? decimal.oneDigitIfEnough(positive) : decimal;
        }

        /** Java's shortest text has two digits even where one would do: 4.9E-324 for Python's 5e-324. */
        private Decimal oneDigitIfEnough(double positive) {
            int tens = digits.charAt(0) - '0';
            int nearest = digits.charAt(1) >= '5' ? tens + 1 : tens;
            Decimal rounded = nearest == 10 ? new Decimal("1", point + 1) : new Decimal("" + nearest, point);
            boolean enough = Double.parseDouble("0." + rounded.digits + "E" + rounded.point) == positive;
            return enough ? rounded : this;
        }
    }
}
