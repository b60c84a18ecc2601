package io.github.sessionstarter.httpsession;

import io.github.sessionstarter.Session;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How attributes lie in the session. A value of the session's own lies there as it is, so that Flask reads it, where it
 * comes back as the Java type that it was. Everything else is typed JSON. That, and the few types that formats do not
 * keep, have a note beside them.
 */
final class Forms {

    private final TypedJson typedJson;

    Forms(TypedJson typedJson) {
        this.typedJson = typedJson;
    }

    /**
     * The form of an object.
     *
     * @param before what the object was made of, or null where it comes from the application: what came plainly goes back
     *     plainly if it can, for it may be Flask's
     * @throws IllegalArgumentException where it has none
     */
    Form of(String name, Object value, @Nullable Form before) {
        boolean plain = before instanceof PlainForm ? PlainValues.canReturn(value) : PlainValues.isPlain(value);
        return plain
                ? new PlainForm(Objects.requireNonNull(PlainValues.copy(value)), PlainValues.noteOf(value))
                : typedJson.write(name, value);
    }

    /** The form in which an attribute lies in the session, or null where there is none. */
    @Nullable
    Form in(Session session, String name) {
        Object stored = session.get(name);
        if (stored == null) {
            return null;
        }
        String note = session.get(OwnKeys.noteOf(name)) instanceof String text ? text : null;
        TypedForm typed = TypedForm.of(stored, note);
        if (typed != null) {
            return typed;
        }
        return new PlainForm(Objects.requireNonNull(PlainValues.copy(stored)), note);
    }

    /**
     * Puts an object's form into the session.
     *
     * @throws IllegalArgumentException where it could not be read again
     */
    void put(Session session, String name, Object value, Form form) {
        if (form instanceof TypedForm typed) {
            typedJson.requireReadable(name, value, typed);
        }
        session.put(name, form.stored());
        String note = form.note();
        if (note != null) {
            session.put(OwnKeys.noteOf(name), note);
        } else {
            session.remove(OwnKeys.noteOf(name));
        }
    }

    static void remove(Session session, String name) {
        session.remove(name);
        session.remove(OwnKeys.noteOf(name));
    }

    /** A new object of a form, or null where it can be read no more. */
    @Nullable
    Object object(Session session, String name, Form form) {
        if (form instanceof TypedForm typed) {
            return typedJson.read(name, typed);
        }
        PlainForm plain = (PlainForm) form;
        Class<?> type = plain.note() == null ? null : PlainValues.typeOf(plain.note());
        return type == null ? PlainValues.copy(plain.stored()) : converted(session, name, plain, type);
    }

    /** A peer may have put another value there since the note was made. */
    private static @Nullable Object converted(Session session, String name, PlainForm plain, Class<?> type) {
        try {
            return session.get(name, type);
        } catch (IllegalArgumentException e) {
            return PlainValues.copy(plain.stored());
        }
    }
}
