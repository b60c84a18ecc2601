package io.github.sessionstarter.httpsession;

import org.jspecify.annotations.Nullable;

/**
 * A value of the session's own, which Flask peers read as theirs.
 *
 * @param note the name of the Java type that formats may not keep; null where all do
 */
record PlainForm(Object stored, @Nullable String note) implements Form {

    @Override
    public boolean isSame(Form other) {
        return other instanceof PlainForm plain && PlainValues.areSame(stored, plain.stored);
    }

    /** Shows no value. */
    @Override
    public String toString() {
        return "PlainForm[note=" + note + "]";
    }
}
