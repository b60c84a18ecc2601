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
        mac.update(message, 0, length);
        byte[] code = mac.doFinal();
        // doFinal leaves a Mac as it was after init; one that failed half-way does not come back
        macs.giveBack(mac);
        return code;
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
