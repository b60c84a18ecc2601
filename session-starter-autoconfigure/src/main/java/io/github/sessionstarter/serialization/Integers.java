package io.github.sessionstarter.serialization;

import java.math.BigInteger;

/** Integers in the smallest type that holds them: Integer, Long, BigInteger. */
final class Integers {

    private Integers() {}

    static Number of(long value) {
        if (value == (int) value) {
            return (int) value;
        }
        return value;
    }

    static Number of(BigInteger value) {
        if (value.bitLength() < Long.SIZE) {
            return of(value.longValue());
        }
        if (PythonNumbers.isTooLong(value)) {
            throw new IllegalArgumentException("An integer is too long");
        }
        return value;
    }

    static boolean isInteger(Object value) {
        return value instanceof Integer || value instanceof Long || value instanceof BigInteger;
    }

    static BigInteger big(Object integer) {
        return integer instanceof BigInteger big ? big : BigInteger.valueOf(((Number) integer).longValue());
    }
}
