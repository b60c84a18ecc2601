package io.github.sessionstarter.signing;

/**
 * A token cannot be trusted or cannot be read; {@code itsdangerous.exc.BadData}. The subclasses tell why.
 *
 * <p>Neither the message nor anything else here holds a part of the token or of a key. There is no stack trace: a bad
 * token is an expected answer to hostile input, not a fault of the program.
 */
public abstract sealed class BadDataException extends Exception
        permits BadSignatureException, SignatureExpiredException, BadPayloadException {

    private static final long serialVersionUID = 1L;

    BadDataException(String message) {
        super(message, null, false, false);
    }
}
