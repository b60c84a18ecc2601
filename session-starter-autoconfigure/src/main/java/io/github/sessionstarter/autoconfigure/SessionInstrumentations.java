package io.github.sessionstarter.autoconfigure;

import io.github.sessionstarter.SessionRepository;
import io.github.sessionstarter.SessionStore;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;

/** All that watch sessions, one around the other. */
record SessionInstrumentations(List<SessionInstrumentation> all) implements SessionInstrumentation {

    static SessionInstrumentation of(ObjectProvider<SessionInstrumentation> beans) {
        return new SessionInstrumentations(beans.orderedStream().toList());
    }

    @Override
    public SessionStore around(SessionStore store) {
        SessionStore outermost = store;
        for (SessionInstrumentation instrumentation : all) {
            outermost = instrumentation.around(outermost);
        }
        return outermost;
    }

    @Override
    public SessionRepository around(SessionRepository repository) {
        SessionRepository outermost = repository;
        for (SessionInstrumentation instrumentation : all) {
            outermost = instrumentation.around(outermost);
        }
        return outermost;
    }

    @Override
    public void oversize() {
        all.forEach(SessionInstrumentation::oversize);
    }
}
