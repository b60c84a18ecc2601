package io.github.sessionstarter.autoconfigure;

import io.github.sessionstarter.SessionRepository;
import io.github.sessionstarter.SessionStore;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.env.Environment;

/** Says once, when the application starts, where sessions are kept. */
final class SessionAnnouncement implements SmartInitializingSingleton {

    private static final Log log = LogFactory.getLog(SessionAnnouncement.class);

    private final ListableBeanFactory beans;
    private final Environment environment;

    SessionAnnouncement(ListableBeanFactory beans, Environment environment) {
        this.beans = beans;
        this.environment = environment;
    }

    @Override
    public void afterSingletonsInstantiated() {
        log.info(place());
    }

    private String place() {
        SessionKind kind = SessionKind.of(beans, environment);
        if (kind.isCustom()) {
            Class<?> own = kind.isInStore() ? SessionStore.class : SessionRepository.class;
            return "Sessions are kept in the " + own.getSimpleName() + " bean "
                    + String.join(", ", beans.getBeanNamesForType(own, true, false));
        }
        return switch (kind.type()) {
            case "cookie" -> "Sessions are kept in a cookie";
            case "none" -> "Sessions are not kept: session.type is none";
            default -> "Sessions are kept in " + kind.type();
        };
    }
}
