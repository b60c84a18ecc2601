package io.github.sessionstarter;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponse;

/**
 * A session could not be read from its store, or not be saved there. The request is answered with 503, Service
 * Unavailable, unless the application handles this exception otherwise; nothing of the session was kept on this node.
 *
 * <p>After a save that failed the store has what it had before, or all of what was to be saved: never a part of it.
 */
public class SessionStoreException extends RuntimeException implements ErrorResponse {

    private static final long serialVersionUID = 1L;

    /**
     * With what happened.
     *
     * @param message names neither the session nor what is in it
     * @param cause what the store's client threw; its messages must name none of these either
     */
    public SessionStoreException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    @Override
    public HttpStatusCode getStatusCode() {
        return HttpStatus.SERVICE_UNAVAILABLE;
    }

    /** Says no more than the status: what is wrong with a server is nothing for browsers. */
    @Override
    public ProblemDetail getBody() {
        return ProblemDetail.forStatus(getStatusCode());
    }
}
