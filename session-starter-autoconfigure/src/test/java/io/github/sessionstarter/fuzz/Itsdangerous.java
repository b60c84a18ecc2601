package io.github.sessionstarter.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.sessionstarter.signing.Digest;
import io.github.sessionstarter.signing.KeyDerivation;
import io.github.sessionstarter.signing.SecretKeys;
import io.github.sessionstarter.signing.Signer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.DeflaterOutputStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs what a fuzzer makes up, so that it gets past the signature, and knows without the library's help what is signed
 * in truth.
 */
final class Itsdangerous {

    /** The vectors' own. */
    static final SecretKeys KEYS = SecretKeys.of("dev");

    private static final String MAC = "HmacSHA1";

    private final String salt;
    private final Signer signer;

    Itsdangerous(String salt) {
        this.salt = salt;
        this.signer = signer(salt);
    }

    static Signer signer(String salt) {
        return new Signer(KEYS, salt, KeyDerivation.HMAC, Digest.SHA1);
    }

    String signed(byte[] value) {
        return new String(signer.sign(value), UTF_8);
    }

    /** The payload with the present time, as a serializer signs it. */
    String token(byte[] payload, boolean compressed) {
        String marker = compressed ? "." : "";
        byte[] seconds = new byte[] {0x65, 0x53, (byte) 0xf1, 0};
        return signed((marker + base64(payload) + "." + base64(seconds)).getBytes(UTF_8));
    }

    boolean isSigned(String cookie) {
        byte[] bytes = cookie.getBytes(UTF_8);
        int dot = cookie.isEmpty() ? -1 : lastDot(bytes);
        if (dot < 0) {
            return false;
        }
        byte[] expected = mac(mac("dev".getBytes(UTF_8), salt.getBytes(UTF_8)), Arrays.copyOf(bytes, dot));
        String signature = new String(bytes, dot + 1, bytes.length - dot - 1, UTF_8);
        try {
            return Arrays.equals(expected, Base64.getUrlDecoder().decode(signature.replaceAll("={1,2}$", "")));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static int lastDot(byte[] bytes) {
        int at = bytes.length - 1;
        while (at >= 0 && bytes[at] != '.') {
            at--;
        }
        return at;
    }

    private static byte[] mac(byte[] key, byte[] message) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(key, MAC));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] zlib(byte[] data) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes)) {
            out.write(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String base64(byte[] data) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(data);
    }
}
