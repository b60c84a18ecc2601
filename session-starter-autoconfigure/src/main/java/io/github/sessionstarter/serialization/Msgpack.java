package io.github.sessionstarter.serialization;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.msgpack.core.MessageBufferPacker;
import org.msgpack.core.MessagePack;
import org.msgpack.core.MessageUnpacker;

/**
 * A session in MessagePack as msgspec writes it, Flask-Session's format since 0.7: tuples are arrays, UUIDs and Markup
 * text, instants the timestamp extension. Safe for use by several threads.
 */
public final class Msgpack implements SessionFormat {

    private static final int MAX_UNSIGNED_BITS = 64;

    /** Most sessions are short: the library's own buffer, of 8 KiB, would be most of what a request allocates. */
    private static final MessagePack.PackerConfig PACKER = new MessagePack.PackerConfig().withBufferSize(512);

    @Override
    public byte[] write(Map<String, @Nullable Object> data) {
        try (MessageBufferPacker packer = PACKER.newBufferPacker()) {
            new MsgpackWriter(this, packer).write(data);
            return packer.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Map<String, @Nullable Object> read(byte[] bytes) {
        Bounds.checkSize(bytes);
        try (MessageUnpacker unpacker = MessagePack.newDefaultUnpacker(bytes)) {
            return new MsgpackReader(unpacker, bytes.length).read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public @Nullable String refusal(@Nullable Object value) {
        if (value instanceof BigInteger integer && !fits(integer)) {
            return "msgpack has no integers beyond 64 bits";
        }
        String surrogates = Refusal.ofSurrogates(value);
        return surrogates != null ? surrogates : Refusal.ofYear(value);
    }

    private static boolean fits(BigInteger integer) {
        return integer.bitLength() < Long.SIZE || (integer.signum() > 0 && integer.bitLength() <= MAX_UNSIGNED_BITS);
    }
}
