package io.github.sessionstarter.signing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;

/**
 * Appends a signature to a value and takes it off again; {@code itsdangerous.Signer}. A signed value reads
 * <code><i>value</i>.<i>signature</i></code>, the signature in URL-safe Base64. Safe for use by several threads.
 */
public final class Signer {

    static final byte SEPARATOR = '.';

    /** One for each secret key, newest first. */
    private final List<Hmac> hmacs;

    /**
     * @param keys the first signs, any of them verifies
     * @param salt separates this use of the keys from others; it is no secret
     */
    public Signer(SecretKeys keys, String salt, KeyDerivation derivation, Digest digest) {
        byte[] saltBytes = salt.getBytes(StandardCharsets.UTF_8);
        this.hmacs = keys.newestFirst().stream()
                .map(key -> digest.hmac(derivation.derive(key, saltBytes, digest)))
                .toList();
    }

    /** The value (in UTF-8) with its signature. */
    public String sign(String value) {
        return new String(sign(value.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
    }

    /** The value with its signature. */
    public byte[] sign(byte[] value) {
        byte[] signature = UrlSafeBase64.encode(hmacs.get(0).of(value, value.length));
        return join(value, signature);
    }

    /**
     * The value without its signature.
     *
     * @throws BadSignatureException where it has none, or none of the keys made it
     */
    public String unsign(String signed) throws BadSignatureException {
        return new String(unsign(signed.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
    }

    /**
     * The value without its signature.
     *
     * @throws BadSignatureException where it has none, or none of the keys made it
     */
    public byte[] unsign(byte[] signed) throws BadSignatureException {
        return Arrays.copyOf(signed, verify(signed));
    }

    /**
     * How long the value is before its signature.
     *
     * @throws BadSignatureException as {@link #unsign(byte[])}
     */
    int verify(byte[] signed) throws BadSignatureException {
        int end = lastSeparator(signed, signed.length);
        if (end < 0) {
            throw new BadSignatureException("There is no signature");
        }
        byte[] signature = UrlSafeBase64.decodeUnverified(signed, end + 1, signed.length);
        if (signature == null || !isMadeByOneOfTheKeys(signed, end, signature)) {
            throw new BadSignatureException("The signature does not match");
        }
        return end;
    }

    private boolean isMadeByOneOfTheKeys(byte[] signed, int end, byte[] signature) {
        for (Hmac hmac : hmacs) {
            if (MessageDigest.isEqual(hmac.of(signed, end), signature)) {
                return true;
            }
        }
        return false;
    }

    /** Where the last separator of {@code text[0, to)} stands, or -1. */
    static int lastSeparator(byte[] text, int to) {
        int at = to - 1;
        while (at >= 0 && text[at] != SEPARATOR) {
            at--;
        }
        return at;
    }

    static byte[] join(byte[] left, byte[] right) {
        byte[] joined = Arrays.copyOf(left, left.length + 1 + right.length);
        joined[left.length] = SEPARATOR;
        System.arraycopy(right, 0, joined, left.length + 1, right.length);
        return joined;
    }
}
