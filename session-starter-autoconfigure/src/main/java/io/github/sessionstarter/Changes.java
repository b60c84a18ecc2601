package io.github.sessionstarter;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a request did to its session since it was opened or last saved.
 *
 * @param data the session as it is now, all of it. Not to be changed, nor kept beyond the call.
 * @param keys the top-level keys that were put, removed, or changed somewhere below
 * @param cleared whether everything was removed at once, before the keys were put
 * @param modified whether the session counts as changed; {@link Session#setModified} has the last word
 */
public record Changes(Map<String, @Nullable Object> data, Set<String> keys, boolean cleared, boolean modified) {

    /** {@return whether the session outlives the browser's own session} See {@link Session#PERMANENT}. */
    public boolean permanent() {
        return isPermanent(data);
    }

    /**
     * Whether a session of these data is permanent: whether Python takes what is under {@link Session#PERMANENT} for
     * true.
     *
     * @param data a session's
     * @return whether it is
     */
    public static boolean isPermanent(Map<String, ? extends @Nullable Object> data) {
        Object permanent = data.get(Session.PERMANENT);
        if (permanent instanceof Boolean flag) {
            return flag;
        }
        if (permanent instanceof Number number) {
            return number.doubleValue() != 0;
        }
        boolean empty = permanent == null
                || permanent.equals("")
                || (permanent instanceof Collection<?> elements && elements.isEmpty())
                || (permanent instanceof Map<?, ?> map && map.isEmpty());
        return !empty;
    }

    /**
     * These changes on top of data that somebody else has saved meanwhile, as a new map.
     *
     * @param present those data, which stay as they are
     * @return what is to be saved
     */
    public Map<String, @Nullable Object> onTopOf(Map<String, @Nullable Object> present) {
        Map<String, @Nullable Object> merged = cleared ? new LinkedHashMap<>() : new LinkedHashMap<>(present);
        for (String key : keys) {
            if (data.containsKey(key)) {
                merged.put(key, data.get(key));
            } else {
                merged.remove(key);
            }
        }
        return merged;
    }

    /** Shows neither keys nor values. */
    @Override
    public String toString() {
        return "Changes[" + keys.size() + " keys" + (cleared ? ", cleared" : "") + (modified ? ", modified" : "") + "]";
    }
}
