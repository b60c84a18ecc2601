package io.github.sessionstarter.signing;

import java.nio.charset.StandardCharsets;

/**
 * How the key of a signature comes of the secret key and the salt; itsdangerous' {@code key_derivation} ({@code
 * signer.py}, {@code derive_key}). It separates uses of one secret key; it does not make a weak key strong.
 */
public enum KeyDerivation {
    /** The hash of salt and key. */
    CONCAT {
        @Override
        byte[] derive(byte[] secretKey, byte[] salt, Digest digest) {
            return digest.hash(salt, secretKey);
        }
    },
    /** The hash of salt, the word {@code signer}, and key; itsdangerous' own default. */
    DJANGO_CONCAT {
        @Override
        byte[] derive(byte[] secretKey, byte[] salt, Digest digest) {
            return digest.hash(salt, SIGNER, secretKey);
        }
    },
    /** The HMAC of the salt under the key; what Flask and Flask-Session use. */
    HMAC {
        @Override
        byte[] derive(byte[] secretKey, byte[] salt, Digest digest) {
            return digest.hmac(secretKey).of(salt, salt.length);
        }
    },
    /** The secret key itself. */
    NONE {
        @Override
        byte[] derive(byte[] secretKey, byte[] salt, Digest digest) {
            return secretKey;
        }
    };

    private static final byte[] SIGNER = "signer".getBytes(StandardCharsets.US_ASCII);

    abstract byte[] derive(byte[] secretKey, byte[] salt, Digest digest);
}
