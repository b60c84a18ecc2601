package io.github.sessionstarter.serialization;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

/** Protocol 0, with what CPython would write in Latin-1 escaped as well. */
final class AsciiPickleOutput extends PickleOutput {

    @Override
    void bool(boolean value) {
        ascii(value ? "I01\n" : "I00\n");
    }

    @Override
    void integer(BigInteger value) {
        ascii(value.bitLength() < Integer.SIZE ? "I" + value + "\n" : "L" + value + "L\n");
    }

    @Override
    void number(double value) {
        String text = Double.isInfinite(value) ? (value > 0 ? "inf" : "-inf") : PythonNumbers.repr(value);
        ascii("F" + (Double.isNaN(value) ? "nan" : text) + "\n");
    }

    @Override
    void text(String value) {
        ascii("V" + PythonText.toRawUnicodeEscape(value) + "\n");
    }

    @Override
    void bytes(byte[] value) {
        name(PickleName.ENCODE);
        mark();
        text(new String(value, StandardCharsets.ISO_8859_1));
        text("latin1");
        tupleFromMark();
        call();
    }
}
