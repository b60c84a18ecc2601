package io.github.sessionstarter.serialization;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Protocol 3, the first that has bytes. */
final class BinaryPickleOutput extends PickleOutput {

    private static final int MAX_SHORT_LENGTH = 0xff;

    BinaryPickleOutput() {
        opcode(0x80);
        opcode(3);
    }

    @Override
    void bool(boolean value) {
        opcode(value ? 0x88 : 0x89);
    }

    @Override
    void integer(BigInteger value) {
        if (value.bitLength() < Integer.SIZE) {
            opcode('J');
            littleEndian(value.intValue());
            return;
        }
        byte[] bigEndian = value.toByteArray();
        length(bigEndian.length, 0x8a, 0x8b);
        for (int i = bigEndian.length - 1; i >= 0; i--) {
            opcode(bigEndian[i]);
        }
    }

    @Override
    void number(double value) {
        opcode('G');
        raw(ByteBuffer.allocate(Double.BYTES).putDouble(value).array());
    }

    @Override
    void text(String value) {
        byte[] utf8 = PythonText.toUtf8(value);
        opcode('X');
        littleEndian(utf8.length);
        raw(utf8);
    }

    @Override
    void bytes(byte[] value) {
        length(value.length, 'C', 'B');
        raw(value);
    }

    private void length(int length, int shortOpcode, int longOpcode) {
        if (length <= MAX_SHORT_LENGTH) {
            opcode(shortOpcode);
            opcode(length);
        } else {
            opcode(longOpcode);
            littleEndian(length);
        }
    }

    private void littleEndian(int value) {
        raw(ByteBuffer.allocate(Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(value)
                .array());
    }
}
