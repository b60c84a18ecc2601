package io.github.sessionstarter.signing;

/** The signature is right, but what it signs cannot be read; {@code itsdangerous.exc.BadPayload}. */
public final class BadPayloadException extends BadDataException {

    private static final long serialVersionUID = 1L;

    BadPayloadException(String message) {
        super(message);
    }
}
