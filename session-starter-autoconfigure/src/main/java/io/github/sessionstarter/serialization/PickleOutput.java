package io.github.sessionstarter.serialization;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

/** A pickle as it is written; what holds other values looks the same in every protocol, the rest is the protocol's. */
abstract sealed class PickleOutput permits AsciiPickleOutput, BinaryPickleOutput {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream(256);

    abstract void bool(boolean value);

    abstract void integer(BigInteger value);

    abstract void number(double value);

    abstract void text(String value);

    abstract void bytes(byte[] value);

    final void none() {
        out.write('N');
    }

    final void mark() {
        out.write('(');
    }

    final void listFromMark() {
        out.write('l');
    }

    final void tupleFromMark() {
        out.write('t');
    }

    final void dictFromMark() {
        out.write('d');
    }

    final void name(PickleName name) {
        ascii("c" + name.module + "\n" + name.name + "\n");
    }

    /** Calls a name with the tuple behind it. */
    final void call() {
        out.write('R');
    }

    /** Ends the pickle. */
    final byte[] finish() {
        out.write('.');
        return out.toByteArray();
    }

    final void opcode(int code) {
        out.write(code);
    }

    final void raw(byte[] bytes) {
        out.writeBytes(bytes);
    }

    final void ascii(String text) {
        out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }
}
