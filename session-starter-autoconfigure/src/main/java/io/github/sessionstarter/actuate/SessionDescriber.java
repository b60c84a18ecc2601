package io.github.sessionstarter.actuate;

import io.github.sessionstarter.repository.StoredSession;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.SanitizableData;
import org.springframework.boot.actuate.endpoint.Sanitizer;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;

/** Says of a stored session what may be said. */
public final class SessionDescriber {

    private final Sanitizer sanitizer;

    /** @param sanitizingFunctions the application's: what they hide of its environment they hide of its sessions */
    public SessionDescriber(Iterable<SanitizingFunction> sanitizingFunctions) {
        this.sanitizer = new Sanitizer(sanitizingFunctions);
    }

    SessionDescriptor describe(String type, StoredSession session, boolean showValues) {
        Map<String, @Nullable Object> data = session.data();
        return new SessionDescriptor(
                type,
                session.format(),
                session.size(),
                session.expiry(),
                data != null,
                data == null ? List.of() : List.copyOf(data.keySet()),
                data == null || !showValues ? null : sanitized(data));
    }

    private Map<String, @Nullable Object> sanitized(Map<String, @Nullable Object> data) {
        Map<String, @Nullable Object> sanitized = new LinkedHashMap<>();
        data.forEach(
                (key, value) -> sanitized.put(key, sanitizer.sanitize(new SanitizableData(null, key, value), true)));
        return sanitized;
    }
}
