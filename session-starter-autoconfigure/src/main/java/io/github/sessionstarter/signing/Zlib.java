package io.github.sessionstarter.signing;

import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/** The zlib format (RFC 1950), with native (de)compressors that are kept. */
final class Zlib {

    /** Up to this length, in bytes, it is looked at whether data may get shorter at all. */
    private static final int SHORT = 80;

    /**
     * How often three bytes may come again in data that does not get shorter. Header, checksum and the end of a block
     * take 8 bytes, and what comes again saves 12 bits at most for each time (RFC 1950, RFC 1951 section 3.2.6).
     */
    private static final int MAX_REPEATED = 6;

    /** A set of hashes of so many bits, spread by the golden ratio (Knuth, The Art of Computer Programming, 6.4). */
    private static final int HASH_BITS = 12;

    private static final int GOLDEN_RATIO = 0x9E3779B9;

    private static final Pool<Deflater> DEFLATERS = new Pool<>(Deflater::new, Deflater::end);
    private static final Pool<Inflater> INFLATERS = new Pool<>(Inflater::new, Inflater::end);

    private Zlib() {}

    /**
     * Whether compressing is worth a try. A compressor clears 64 KiB before each use, which takes longer than all else
     * that is done to a short payload. Where nearly nothing comes again only a table of codes could save anything, and
     * in so few bytes it takes as much as it saves: where this is wrong, which is rare, the token is a few
     * characters longer than it could be.
     */
    static boolean mayShorten(byte[] data) {
        return data.length > SHORT || repeatedTriples(data) > MAX_REPEATED;
    }

    /** How many of the data's triples stood in it before; two different ones may count as one, seldom. */
    private static int repeatedTriples(byte[] data) {
        long[] seen = new long[(1 << HASH_BITS) / Long.SIZE];
        int repeated = 0;
        for (int i = 2; i < data.length; i++) {
            int triple = (data[i - 2] & 0xff) << 16 | (data[i - 1] & 0xff) << 8 | (data[i] & 0xff);
            int hash = (triple * GOLDEN_RATIO) >>> (Integer.SIZE - HASH_BITS);
            long bit = 1L << hash;
            if ((seen[hash / Long.SIZE] & bit) != 0) {
                repeated++;
            }
            seen[hash / Long.SIZE] |= bit;
        }
        return repeated;
    }

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
