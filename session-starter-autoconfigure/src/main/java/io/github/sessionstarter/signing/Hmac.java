package io.github.sessionstarter.signing;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC under one key. Looking a {@link Mac} up and giving it its key costs more than a short message: both are kept. */
final class Hmac {

    private final Pool<Mac> macs;

    Hmac(String algorithm, byte[] key) {
        SecretKeySpec keySpec = new SecretKeySpec(key, algorithm);
        this.macs = new Pool<>(() -> create(algorithm, keySpec), mac -> {});
    }

    byte[] of(byte[] message, int length) {
        Mac mac = macs.take();
        try {
            mac.update(message, 0, length);
            return mac.doFinal();
        } finally {
            // doFinal leaves a Mac as it was after init, and update does not throw
            macs.giveBack(mac);
        }
    }

    private static Mac create(String algorithm, SecretKeySpec key) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java runtime has no " + algorithm, e);
        }
    }
}
