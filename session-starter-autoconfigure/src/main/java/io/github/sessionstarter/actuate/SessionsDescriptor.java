package io.github.sessionstarter.actuate;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/**
 * How an application keeps its sessions; nothing of it is secret.
 *
 * @param type the {@code session.type}, or {@code custom} where the application's own store or repository keeps them
 * @param format how they are written; null where the application's own repository does it
 * @param cookieName the cookie that holds a session, or its id
 * @param lifetime how long a session lives after its last use
 * @param permanent whether new sessions outlive the browser's own session
 * @param refreshEachRequest whether every request prolongs a permanent session
 * @param refreshInterval how long after a session was prolonged it is prolonged again
 * @param store null where there is none, or only one that the application's own repository knows
 */
public record SessionsDescriptor(
        String type,
        @Nullable String format,
        String cookieName,
        Duration lifetime,
        boolean permanent,
        boolean refreshEachRequest,
        Duration refreshInterval,
        @Nullable Store store)
        implements OperationResponseBody {

    /**
     * A store and what it is asked for.
     *
     * @param keyPrefix what stands before the id
     * @param signedIds whether the id is signed in the cookie
     * @param hashedIds whether the store is shown hashes of ids
     * @param timeout how long an operation may take
     * @param onFailure what becomes of a request whose session cannot be read
     * @param cleanupInterval how often expired sessions are removed, where the server does not; zero: never
     */
    public record Store(
            String keyPrefix,
            boolean signedIds,
            boolean hashedIds,
            Duration timeout,
            String onFailure,
            Duration cleanupInterval) {}

    /** Why no session can be looked at. */
    String whyNoStore() {
        return switch (type) {
            case "cookie" ->
                "Sessions of the type cookie are kept by browsers alone: no store has any, and none can be"
                        + " described or deleted here. A new session.secret-key ends all of them.";
            case "none" -> "There are no sessions: session.type is none.";
            default -> "The application's own SessionRepository keeps the sessions, and does not tell where.";
        };
    }
}
