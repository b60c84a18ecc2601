package io.github.sessionstarter.serialization;

import java.math.BigInteger;
import tools.jackson.core.JsonParser;

/** Reads one session of JSON without tags. What could not be written back is not read, nor does msgspec read it. */
final class PlainJsonReader extends JsonReader {

    PlainJsonReader(JsonParser json) {
        super(json);
    }

    @Override
    String text(String text) {
        if (!Utf8.canHold(text)) {
            throw new IllegalArgumentException("A text has a lone surrogate");
        }
        return text;
    }

    @Override
    Object integer(BigInteger integer) {
        return Integers.of(integer);
    }

    @Override
    double number(double number) {
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException("A number is out of range");
        }
        return number;
    }
}
