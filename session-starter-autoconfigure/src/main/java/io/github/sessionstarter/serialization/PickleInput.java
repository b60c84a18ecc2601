package io.github.sessionstarter.serialization;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;

/** The bytes of a pickle and how far they are read. No declared length is believed before as many bytes are there. */
final class PickleInput {

    /** The longest text of a float, by far. */
    private static final int MAX_FLOAT = 400;

    private static final Pattern INTEGER = Pattern.compile("-?[0-9]{1," + PythonNumbers.MAX_DIGITS + "}");
    private static final Pattern FLOAT = Pattern.compile("[-+0-9.eE]{1," + MAX_FLOAT + "}");

    private final byte[] bytes;
    private int position;

    PickleInput(byte[] bytes) {
        this.bytes = bytes;
    }

    boolean isAtEnd() {
        return position == bytes.length;
    }

    int size() {
        return bytes.length;
    }

    int unsignedByte() {
        return bytes[skip(1)] & 0xff;
    }

    int unsignedShort() {
        return unsignedByte() | unsignedByte() << 8;
    }

    /** Little-endian, as all integers of fixed length. */
    int signedInt() {
        return unsignedShort() | unsignedShort() << 16;
    }

    /** A length or an index of four bytes. */
    int shortLength() {
        return length(Integer.toUnsignedLong(signedInt()));
    }

    /** A length of eight bytes. */
    int longLength() {
        return length(Integer.toUnsignedLong(signedInt()) | (long) signedInt() << 32);
    }

    private int length(long length) {
        if (length < 0 || length > bytes.length) {
            throw new IllegalArgumentException("The pickle declares more than there is");
        }
        return (int) length;
    }

    byte[] bytes(int length) {
        int start = skip(length);
        return Arrays.copyOfRange(bytes, start, start + length);
    }

    String text(int length) {
        return PythonText.ofUtf8(bytes(length));
    }

    /** A two's complement integer, little-endian. */
    Number integer(int length) {
        byte[] littleEndian = bytes(length);
        byte[] bigEndian = new byte[length];
        for (int i = 0; i < length; i++) {
            bigEndian[i] = littleEndian[length - 1 - i];
        }
        return Integers.of(length == 0 ? BigInteger.ZERO : new BigInteger(bigEndian));
    }

    double bigEndianDouble() {
        long bits = 0;
        for (int i = 0; i < Double.BYTES; i++) {
            bits = bits << 8 | unsignedByte();
        }
        return Double.longBitsToDouble(bits);
    }

    byte[] line() {
        int end = position;
        while (end < bytes.length && bytes[end] != '\n') {
            end++;
        }
        byte[] line = bytes(end - position);
        skip(1);
        return line;
    }

    String asciiLine() {
        return new String(line(), StandardCharsets.US_ASCII);
    }

    Number integer(String digits) {
        if (!INTEGER.matcher(digits).matches()) {
            throw new IllegalArgumentException("An integer of the pickle is none, or too long");
        }
        return Integers.of(new BigInteger(digits));
    }

    double floatLine() {
        String text = asciiLine();
        return switch (text) {
            case "nan" -> Double.NaN;
            case "inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            default -> {
                if (!FLOAT.matcher(text).matches()) {
                    throw new IllegalArgumentException("A float of the pickle is none");
                }
                yield Double.parseDouble(text);
            }
        };
    }

    private int skip(int count) {
        if (count > bytes.length - position) {
            throw new IllegalArgumentException("The pickle ends too early");
        }
        int start = position;
        position += count;
        return start;
    }
}
