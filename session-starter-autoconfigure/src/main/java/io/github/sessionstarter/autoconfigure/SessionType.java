package io.github.sessionstarter.autoconfigure;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.core.env.Environment;

/** Where sessions are kept; the values of {@code session.type}. */
enum SessionType {
    COOKIE,
    NONE;

    static final String PROPERTY = "session.type";

    private static final Map<String, SessionType> BY_NAME = new LinkedHashMap<>();

    static {
        BY_NAME.put("cookie", COOKIE);
        BY_NAME.put("none", NONE);
        // Flask-Session's word; in YAML it needs quotes
        BY_NAME.put("null", NONE);
    }

    static SessionType of(Environment environment) {
        String type = environment.getProperty(PROPERTY);
        return type == null ? COOKIE : Choice.of(PROPERTY, type, BY_NAME);
    }
}
