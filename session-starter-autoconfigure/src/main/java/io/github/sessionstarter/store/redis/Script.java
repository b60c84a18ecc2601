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

    /** The first element of every answer. */
    static final long GONE = 0;

    static final long DONE = 1;

    /** Followed by the present value. */
    static final long CHANGED = 2;

    private static final String COMPARE = """
            local present = redis.call('GET', KEYS[1])
            if not present then return {0} end
            if present ~= ARGV[1] then return {2, present} end
            """;

    /** ARGV: the loaded value, the new one, its time to live in milliseconds. */
    static final Script REPLACE = of(COMPARE + "redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3]) return {1}");

    /** ARGV: the loaded value. */
    static final Script DELETE = of(COMPARE + "redis.call('DEL', KEYS[1]) return {1}");

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
