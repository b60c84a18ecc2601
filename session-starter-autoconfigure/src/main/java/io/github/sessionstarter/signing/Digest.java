package io.github.sessionstarter.signing;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The hash function under a signature; itsdangerous' {@code digest_method}. */
public enum Digest {
    SHA1("SHA-1", "HmacSHA1"),
    SHA256("SHA-256", "HmacSHA256"),
    SHA512("SHA-512", "HmacSHA512");

    private final String algorithm;
    private final String macAlgorithm;

    Digest(String algorithm, String macAlgorithm) {
        this.algorithm = algorithm;
        this.macAlgorithm = macAlgorithm;
    }

    byte[] hash(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance(algorithm);
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java runtime has no " + algorithm, e);
        }
    }

    Hmac hmac(byte[] key) {
        return new Hmac(macAlgorithm, key);
    }
}
