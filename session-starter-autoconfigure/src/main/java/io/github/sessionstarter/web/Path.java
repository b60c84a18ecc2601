package io.github.sessionstarter.web;

import org.jspecify.annotations.Nullable;

/**
 * Where in the session a value lies: a key of the session, and below it keys of maps and indexes of lists.
 *
 * @param parent null for a key of the session itself
 * @param segment a String key or an Integer index
 */
record Path(@Nullable Path parent, Object segment) {

    static Path ofKey(String key) {
        return new Path(null, key);
    }

    Path child(Object segment) {
        return new Path(this, segment);
    }

    /** The key of the session under which the value lies. */
    String topKey() {
        Path top = this;
        for (Path up = parent; up != null; up = up.parent) {
            top = up;
        }
        return (String) top.segment;
    }

    int depth() {
        int depth = 1;
        for (Path up = parent; up != null; up = up.parent) {
            depth++;
        }
        return depth;
    }

    /** As it would be written in code: {@code session["cart"]["items"][2]}. */
    @Override
    public String toString() {
        String here = segment instanceof String ? "[\"" + segment + "\"]" : "[" + segment + "]";
        return (parent == null ? "session" : parent) + here;
    }
}
