package io.github.sessionstarter.signing;

/** The token has no signature, or one that no key made; {@code itsdangerous.exc.BadSignature}. */
public final class BadSignatureException extends BadDataException {

    private static final long serialVersionUID = 1L;

    BadSignatureException(String message) {
        super(message);
    }
}
