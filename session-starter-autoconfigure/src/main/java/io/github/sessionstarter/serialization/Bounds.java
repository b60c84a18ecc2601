package io.github.sessionstarter.serialization;

/** How much a stored session may ask for: it may be anybody's. */
final class Bounds {

    /** How deeply containers may nest. A session that is written nests 200 levels at most. */
    static final int MAX_DEPTH = TaggedJson.MAX_DEPTH;

    /** The longest record that is read, in bytes. */
    static final int MAX_SIZE = 16 * 1024 * 1024;

    private Bounds() {}

    static void checkSize(byte[] bytes) {
        if (bytes.length > MAX_SIZE) {
            throw new IllegalArgumentException("A stored session has at most " + MAX_SIZE + " bytes");
        }
    }

    static void checkDepth(int depth) {
        if (depth > MAX_DEPTH) {
            throw new IllegalArgumentException("A stored session nests at most " + MAX_DEPTH + " levels deep");
        }
    }
}
