package io.github.sessionstarter.signing;

import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/** The zlib format (RFC 1950), with native (de)compressors that are kept. */
final class Zlib {

    private static final Pool<Deflater> DEFLATERS = new Pool<>(Deflater::new, Deflater::end);
    private static final Pool<Inflater> INFLATERS = new Pool<>(Inflater::new, Inflater::end);

    private Zlib() {}

    /** The data compressed, or null where that takes {@code limit} bytes or more. */
    static byte @Nullable [] compress(byte[] data, int limit) {
        if (limit <= 0) {
            return null;
        }
        Deflater deflater = DEFLATERS.take();
        try {
            deflater.setInput(data);
            deflater.finish();
            byte[] compressed = new byte[limit];
            int length = 0;
            while (!deflater.finished() && length < limit) {
                length += deflater.deflate(compressed, length, limit - length);
            }
            return length < limit ? Arrays.copyOf(compressed, length) : null;
        } finally {
            deflater.reset();
            DEFLATERS.giveBack(deflater);
        }
    }

    /**
     * The data inflated.
     *
     * @throws DataFormatException where it is no zlib stream, ends early, or is longer than {@code limit} bytes inflated
     */
    static byte[] inflate(byte[] data, int limit) throws DataFormatException {
        Inflater inflater = INFLATERS.take();
        try {
            inflater.setInput(data);
            byte[] inflated = new byte[Math.min(limit, Math.max(64, data.length * 4))];
            int length = 0;
            while (true) {
                int more = inflater.inflate(inflated, length, inflated.length - length);
                length += more;
                if (length > limit) {
                    throw new DataFormatException("longer than " + limit + " bytes inflated");
                }
                if (inflater.finished()) {
                    return Arrays.copyOf(inflated, length);
                }
                if (length == inflated.length) {
                    // one byte past the limit at most, and that one tells
                    inflated = Arrays.copyOf(inflated, (int) Math.min(limit + 1L, length * 2L));
                } else if (more == 0) {
                    // more input or a dictionary is wanted: neither will come
                    throw new DataFormatException("ends early");
                }
            }
        } finally {
            inflater.reset();
            INFLATERS.giveBack(inflater);
        }
    }
}
