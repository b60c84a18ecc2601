package io.github.sessionstarter.actuate;

import io.github.sessionstarter.SessionStoreException;
import io.github.sessionstarter.repository.SessionCleanup;
import io.github.sessionstarter.repository.StoredSession;
import io.github.sessionstarter.repository.StoredSessions;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.actuate.endpoint.Show;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.WebEndpoint;
import org.springframework.core.NestedExceptionUtils;

/**
 * How sessions are kept (GET), and in a POST's path what is to be done: {@code describe} one, {@code delete} one, or
 * {@code purge} the expired. A session's id is a secret: it is read from the request's body alone, and nothing says it
 * again. {@code management.endpoint.sessionstore.access=read-only} leaves the GET.
 */
@WebEndpoint(id = "sessionstore")
public final class SessionStoreEndpoint {

    private static final String OPERATIONS = "describe, delete, purge";

    private final SessionsDescriptor configuration;
    private final @Nullable StoredSessions sessions;
    private final @Nullable SessionCleanup cleanup;
    private final SessionDescriber describer;
    private final Show showValues;
    private final Set<String> roles;

    /**
     * Over these sessions.
     *
     * @param sessions null where no store that is known keeps them
     * @param cleanup null where there is nothing to purge
     * @param roles to whom values are shown, where that depends on who asks; empty: to everybody who has logged in
     */
    public SessionStoreEndpoint(
            SessionsDescriptor configuration,
            @Nullable StoredSessions sessions,
            @Nullable SessionCleanup cleanup,
            SessionDescriber describer,
            Show showValues,
            Set<String> roles) {
        this.configuration = configuration;
        this.sessions = sessions;
        this.cleanup = cleanup;
        this.describer = describer;
        this.showValues = showValues;
        this.roles = Set.copyOf(roles);
    }

    /** How sessions are kept. */
    @ReadOperation
    public SessionsDescriptor configuration() {
        return configuration;
    }

    /**
     * Does something to one session or to all that have expired.
     *
     * @param operation {@code describe}, {@code delete} or {@code purge}
     * @param sid the session's id, or its cookie's value; null for {@code purge}
     */
    @WriteOperation
    public WebEndpointResponse<Answer> perform(
            SecurityContext securityContext, @Selector String operation, @Nullable String sid) {
        if (!RequestLine.says("operation", operation)) {
            return Answer.badRequest("The operation is said in the path, the session's id in the body as"
                    + " {\"sid\": \"…\"}, and nothing in the query: URLs end in access logs.");
        }
        try {
            return switch (operation) {
                case "describe" -> describe(sid, showValues.isShown(securityContext, roles));
                case "delete" -> delete(sid);
                case "purge" -> purge();
                default -> Answer.notFound("There is no such operation. There are: " + OPERATIONS + ".");
            };
        } catch (IllegalArgumentException e) {
            return Answer.badRequest(String.valueOf(e.getMessage()));
        } catch (SessionStoreException e) {
            return Answer.unavailable(String.valueOf(e.getMessage()));
        }
    }

    private WebEndpointResponse<Answer> describe(@Nullable String sid, boolean showValues) {
        StoredSession session = store().find(required(sid));
        return session == null
                ? noSuchSession()
                : Answer.described(describer.describe(configuration.type(), session, showValues));
    }

    private WebEndpointResponse<Answer> delete(@Nullable String sid) {
        return store().delete(required(sid)) ? Answer.deleted(1) : noSuchSession();
    }

    private WebEndpointResponse<Answer> purge() {
        try {
            return Answer.deleted(cleanup == null ? 0 : cleanup.purge());
        } catch (RuntimeException e) {
            return Answer.unavailable(
                    "The expired sessions could not be removed: " + NestedExceptionUtils.getMostSpecificCause(e));
        }
    }

    private static WebEndpointResponse<Answer> noSuchSession() {
        return Answer.notFound("There is no session of this id, or none any more.");
    }

    private static String required(@Nullable String sid) {
        if (sid == null || sid.isBlank()) {
            throw new IllegalArgumentException("The session's id is missing. Send it in the body: {\"sid\": \"…\"}.");
        }
        return sid.strip();
    }

    private StoredSessions store() {
        if (sessions == null) {
            throw new IllegalArgumentException(configuration.whyNoStore());
        }
        return sessions;
    }
}
