package io.github.sessionstarter.repository;

import io.github.sessionstarter.signing.BadSignatureException;
import io.github.sessionstarter.signing.Signer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** The ids of sessions that lie in a store: how they are made, stand in the cookie, and become the store's keys. */
public final class SessionIds {

    /** Flask-Session's salt for signed ids ({@code flask_session/base.py}). */
    public static final String SALT = "flask-session";

    /** memcached's, the shortest of all stores'. */
    private static final int MAX_KEY_LENGTH = 250;

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final SecureRandom random = new SecureRandom();
    private final String keyPrefix;
    private final int length;
    private final boolean hashed;
    private final @Nullable Signer signer;

    /**
     * How ids are made and written.
     *
     * @param keyPrefix stands before the id in the store
     * @param length how many random bytes an id has
     * @param hashed whether the store is shown the id's SHA-256 instead of the id: who reads the store, or measures how
     *     long it looks for a key, learns no id. No Flask-Session finds such a session.
     * @param signer signs the id in the cookie; null where it stands there as it is
     */
    public SessionIds(String keyPrefix, int length, boolean hashed, @Nullable Signer signer) {
        this.keyPrefix = keyPrefix;
        this.length = length;
        this.hashed = hashed;
        this.signer = signer;
    }

    /** A new id, as {@code secrets.token_urlsafe} makes it. */
    String generate() {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return BASE64.encodeToString(bytes);
    }

    String keyOf(String id) {
        return keyPrefix + (hashed ? hash(id) : id);
    }

    private static String hash(String id) {
        try {
            byte[] bytes = id.getBytes(StandardCharsets.US_ASCII);
            return BASE64.encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java platform has it
        }
    }

    String toCookie(String id) {
        return signer == null ? id : signer.sign(id);
    }

    /**
     * The id that a cookie holds.
     *
     * @return null where it has characters that no id has, or is too long for a store; it is not worth a look there
     * @throws BadSignatureException where ids are signed, and this is not
     */
    @Nullable
    String fromCookie(String value) throws BadSignatureException {
        return plausible(signer == null ? value : signer.unsign(value));
    }

    /**
     * The id in what an operator has of a session: its cookie, or where ids are signed the id without its signature.
     *
     * @return null where it can be none
     */
    @Nullable
    String fromOperator(String cookieOrId) {
        try {
            return fromCookie(cookieOrId);
        } catch (BadSignatureException e) {
            return plausible(cookieOrId);
        }
    }

    private @Nullable String plausible(String id) {
        if (id.isEmpty() || keyPrefix.length() + id.length() > MAX_KEY_LENGTH) {
            return null;
        }
        // no stream: this is done for every request that brings an id
        for (int i = 0; i < id.length(); i++) {
            if (!isOfAnId(id.charAt(i))) {
                return null;
            }
        }
        return id;
    }

    private static boolean isOfAnId(char c) {
        return (c >= 'A' && c <= 'Z')
                || (c >= 'a' && c <= 'z')
                || (c >= '0' && c <= '9')
                || c == '-'
                || c == '_'
                || c == '.';
    }
}
