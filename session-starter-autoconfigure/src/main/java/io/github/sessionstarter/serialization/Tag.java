package io.github.sessionstarter.serialization;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tags of Flask's {@code TaggedJSONSerializer}: the one key of an object that stands for what JSON has not. */
enum Tag {
    /** An object of one key that is itself a tag; that key has two underscores appended inside. */
    DICT(" di"),
    TUPLE(" t"),
    /** Base64, the ordinary alphabet, padded. */
    BYTES(" b"),
    MARKUP(" m"),
    /** 32 hexadecimal digits. */
    UUID(" u"),
    /** An HTTP date (RFC 9110, section 5.6.7). */
    DATETIME(" d");

    static final String DICT_SUFFIX = "__";

    private static final Map<String, Tag> BY_KEY = new HashMap<>();

    static {
        for (Tag tag : values()) {
            BY_KEY.put(tag.key, tag);
        }
    }

    final String key;

    Tag(String key) {
        this.key = key;
    }

    /** The tag of an object whose only key this is, or null. */
    static @Nullable Tag of(String onlyKey) {
        return BY_KEY.get(onlyKey);
    }
}
