package io.github.sessionstarter.serialization;

import io.github.sessionstarter.ForeignValue;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A msgpack extension that is no timestamp, or one that no Instant can hold. */
record MsgpackExtension(byte type, byte[] data) implements ForeignValue {

    @Override
    public byte[] plain() {
        return data.clone();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MsgpackExtension extension
                && type == extension.type
                && Arrays.equals(data, extension.data);
    }

    @Override
    public int hashCode() {
        return 31 * type + Arrays.hashCode(data);
    }

    @Override
    public String toString() {
        return "ForeignValue[msgpack extension]";
    }
}
