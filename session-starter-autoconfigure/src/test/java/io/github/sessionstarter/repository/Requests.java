package io.github.sessionstarter.repository;

import io.github.sessionstarter.Changes;
import io.github.sessionstarter.Opened;
import io.github.sessionstarter.Session;
import java.util.Set;

/** What a request does to the session that it opened, as the web's session would report it. */
final class Requests {

    private Requests() {}

    static Changes put(Opened opened, String key, Object value) {
        opened.data().put(key, value);
        return changed(opened, key);
    }

    static Changes removed(Opened opened, String key) {
        opened.data().remove(key);
        return changed(opened, key);
    }

    /** It put them, or changed something below them. */
    static Changes changed(Opened opened, String... keys) {
        return new Changes(opened.data(), Set.of(keys), false, true);
    }

    static Changes cleared(Opened opened) {
        boolean permanent = Changes.isPermanent(opened.data());
        opened.data().clear();
        opened.data().put(Session.PERMANENT, permanent);
        return new Changes(opened.data(), Set.of(Session.PERMANENT), true, true);
    }

    static Changes clearedThenPut(Opened opened, String key, Object value) {
        cleared(opened);
        opened.data().put(key, value);
        return new Changes(opened.data(), Set.of(Session.PERMANENT, key), true, true);
    }

    static Changes untouched(Opened opened) {
        return new Changes(opened.data(), Set.of(), false, false);
    }
}
