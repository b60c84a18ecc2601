package io.github.sessionstarter.signing;

/**
 * The signature is right, but older than allowed or from the future; {@code itsdangerous.exc.SignatureExpired}. Unlike
 * there it is no kind of {@link BadSignatureException}: who wants both catches {@link BadDataException}.
 */
public final class SignatureExpiredException extends BadDataException {

    private static final long serialVersionUID = 1L;

    SignatureExpiredException(String message) {
        super(message);
    }
}
