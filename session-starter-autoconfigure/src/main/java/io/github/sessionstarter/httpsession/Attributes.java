package io.github.sessionstarter.httpsession;

import io.github.sessionstarter.Session;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.util.WebUtils;

/**
 * The attributes of one request's HttpSession. An object is made of what lies in the session once in a request, and
 * stays the same one; what was changed in it without a call goes back into the session before that is saved. The session
 * has the last word: what was changed there meanwhile makes another object.
 */
final class Attributes {

    private static final Log log = LogFactory.getLog(Attributes.class);

    /** What Spring keeps beside its data and means for this node's memory: a lock, and callbacks of scoped beans. */
    private static final List<String> OF_THE_REQUEST =
            List.of(WebUtils.SESSION_MUTEX_ATTRIBUTE, ServletRequestAttributes.DESTRUCTION_CALLBACK_NAME_PREFIX);

    private final Session session;
    private final Forms forms;
    private final Migration migration;
    private final Map<String, Held> held = new HashMap<>();
    private final Map<String, Object> ofTheRequest = new HashMap<>();

    Attributes(Session session, Forms forms, Migration migration) {
        this.session = session;
        this.forms = forms;
        this.migration = migration;
    }

    /** Hears of each object that comes out of the session, and of each before it goes back there. */
    interface Migration {

        void hasCome(Object object);

        void isGoing(Object object);
    }

    /**
     * An object that was made of what lies in the session, or has been put there.
     *
     * @param object null where it cannot be read
     */
    private record Held(@Nullable Object object, Form form) {

        /** Shows no object. */
        @Override
        public String toString() {
            return "Held[" + form + "]";
        }
    }

    private static boolean isOfTheRequest(String name) {
        return OF_THE_REQUEST.stream().anyMatch(name::startsWith);
    }

    List<String> names() {
        return session.entrySet().stream()
                .filter(entry -> entry.getValue() != null && OwnKeys.isAttribute(entry.getKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    @Nullable
    Object get(String name) {
        if (isOfTheRequest(name)) {
            return ofTheRequest.get(name);
        }
        Form form = forms.in(session, name);
        if (form == null) {
            held.remove(name);
            return null;
        }
        Held before = held.get(name);
        if (before != null && before.form.isSame(form)) {
            return before.object;
        }
        Object object = forms.object(session, name, form);
        held.put(name, new Held(object, form));
        if (object != null) {
            migration.hasCome(object);
        }
        return object;
    }

    /**
     * Puts an object into the session. The same object again is a change only where it has changed.
     *
     * @throws IllegalArgumentException where it cannot be kept
     */
    void set(String name, Object value) {
        if (isOfTheRequest(name)) {
            ofTheRequest.put(name, value);
            return;
        }
        Held before = held.get(name);
        Form known = before != null && before.object == value ? before.form : null;
        Form form = forms.of(name, value, known);
        Form present = known == null ? null : forms.in(session, name);
        if (present == null || isChanged(name, present, form)) {
            forms.put(session, name, value, form);
            held.put(name, new Held(value, form));
        }
    }

    void remove(String name) {
        if (ofTheRequest.remove(name) == null) {
            held.remove(name);
            Forms.remove(session, name);
        }
    }

    /**
     * Brings objects that have changed into the session, unless it was changed there too.
     *
     * @throws IllegalArgumentException where one cannot be kept any more; it is told once, and the others are kept
     */
    void bringBack() {
        IllegalArgumentException failure = null;
        for (Map.Entry<String, Held> entry : Map.copyOf(held).entrySet()) {
            try {
                bringBack(entry.getKey(), entry.getValue());
            } catch (IllegalArgumentException e) {
                held.remove(entry.getKey());
                failure = e;
            }
        }
        dropNotesOfOthers();
        if (failure != null) {
            throw failure;
        }
    }

    private void bringBack(String name, Held before) {
        Object object = before.object;
        Form present = forms.in(session, name);
        if (object != null && present != null && present.isSame(before.form) && !isImmutable(object)) {
            migration.isGoing(object);
            Form form = forms.of(name, object, before.form);
            if (isChanged(name, present, form)) {
                bringBack(name, object, form);
            }
        }
    }

    private void bringBack(String name, Object object, Form form) {
        try {
            forms.put(session, name, object, form);
            held.put(name, new Held(object, form));
        } catch (IllegalStateException e) {
            log.warn("The HttpSession's attribute \"" + name + "\" was changed too late, and the change is lost: "
                    + e.getMessage());
        }
    }

    /** Another release may have written the same object as another text. */
    private boolean isChanged(String name, Form present, Form form) {
        if (form.isSame(present)) {
            return false;
        }
        Object untouched = forms.object(session, name, present);
        return untouched == null || !form.isSame(forms.of(name, untouched, present));
    }

    private static boolean isImmutable(Object object) {
        return object instanceof String
                || object instanceof Number
                || object instanceof Boolean
                || object instanceof Character
                || object instanceof Enum;
    }

    /** What the session itself, or Flask, removed leaves its note behind, and a session of notes would not be empty. */
    private void dropNotesOfOthers() {
        if (session.isModified()) {
            session.keySet().removeIf(this::isNoteOfNone);
        }
    }

    private boolean isNoteOfNone(String key) {
        String attribute = OwnKeys.attributeOf(key);
        return !attribute.isEmpty() && !session.containsKey(attribute);
    }

    /** Forgets all objects, without a trace in the session. */
    void forget() {
        held.clear();
        ofTheRequest.clear();
    }

    /** The objects of this request that hear of their end, by name, whether they lie in the session or not. */
    Map<String, Object> present() {
        Map<String, Object> present = new HashMap<>(ofTheRequest);
        names().forEach(name -> {
            Object object = get(name);
            if (object != null) {
                present.put(name, object);
            }
        });
        return present;
    }
}
