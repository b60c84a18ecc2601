package io.github.sessionstarter.store.redis;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A Lua script that changes a record only if it is still the value the caller saw, in one step for everybody else. All
 * of its commands are on the one key it is called with.
 *
 * @param source what EVAL takes
 * @param sha1 what EVALSHA takes
 */
record Script(byte[] source, String sha1) {

    /** The answer where it was done; nil where the record is gone. */
    static final char DONE = 'D';

    /** What stands before the present value where that is another. */
    private static final char CHANGED = 'C';

    private static final String COMPARE = """
            local present = redis.call('GET', KEYS[1])
            if not present then return false end
            if present ~= ARGV[1] then return '%c' .. present end
            """.formatted(CHANGED);

    private static final String RETURN_DONE = " return '" + DONE + "'";

    /** ARGV: the loaded value, the new one, its time to live in milliseconds. */
    static final Script REPLACE = of(COMPARE + "redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3])" + RETURN_DONE);

    /** ARGV: the loaded value. */
    static final Script DELETE = of(COMPARE + "redis.call('DEL', KEYS[1])" + RETURN_DONE);

    private static Script of(String source) {
        byte[] bytes = source.getBytes(StandardCharsets.US_ASCII);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest(bytes);
            return new Script(bytes, HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java platform has it
        }
    }
}
