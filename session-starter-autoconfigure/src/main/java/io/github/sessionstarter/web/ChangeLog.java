package io.github.sessionstarter.web;

import io.github.sessionstarter.Changes;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a request did to its session since it was opened or last saved. Guarded by the request's lock. */
final class ChangeLog {

    /** Most requests change nothing. */
    private Set<String> keys = Set.of();

    private boolean cleared;
    private boolean modified;

    void change(String topKey) {
        if (keys.isEmpty()) {
            keys = new HashSet<>();
        }
        keys.add(topKey);
        modified = true;
    }

    void clear() {
        keys = Set.of();
        cleared = true;
        modified = true;
    }

    void setModified(boolean modified) {
        this.modified = modified;
    }

    boolean isModified() {
        return modified;
    }

    /** What was noted so far, and a clean sheet; while nothing counts as modified the notes stay. */
    Changes drain(Map<String, @Nullable Object> data) {
        Changes changes = new Changes(data, keys, cleared, modified);
        if (!modified) {
            return changes;
        }
        keys = Set.of();
        cleared = false;
        modified = false;
        return changes;
    }
}
