package io.github.sessionstarter.autoconfigure;

import io.github.sessionstarter.SessionStore;
import java.util.Locale;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.core.env.Environment;

/**
 * What metrics, spans and endpoints call the sessions of an application.
 *
 * @param type the {@code session.type}, or {@code custom} where the application's own store or repository keeps them
 * @param isInStore whether there is a store that is used by a repository of ours
 */
record SessionKind(String type, boolean isInStore) {

    /** The bean of ours, whatever the type. */
    static final String REPOSITORY = "flaskSessionRepository";

    static final String STORE = "flaskSessionStore";

    private static final String CUSTOM = "custom";

    boolean isCustom() {
        return type.equals(CUSTOM);
    }

    /** Makes no beans. */
    static SessionKind of(ListableBeanFactory beans, Environment environment) {
        if (!beans.containsBean(REPOSITORY)) {
            return new SessionKind(CUSTOM, false);
        }
        String type = SessionType.of(environment).name().toLowerCase(Locale.ROOT);
        if (beans.getBeanNamesForType(SessionStore.class, true, false).length == 0) {
            return new SessionKind(type, false);
        }
        return new SessionKind(beans.containsBean(STORE) ? type : CUSTOM, true);
    }
}
