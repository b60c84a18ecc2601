package io.github.sessionstarter.autoconfigure;

import io.github.sessionstarter.signing.Digest;
import java.util.LinkedHashMap;
import java.util.Map;

/** What {@code session.signer-digest} says. */
final class Digests {

    private static final Map<String, Digest> BY_NAME = new LinkedHashMap<>();

    static {
        BY_NAME.put("sha1", Digest.SHA1);
        BY_NAME.put("sha256", Digest.SHA256);
        BY_NAME.put("sha512", Digest.SHA512);
    }

    private Digests() {}

    static Digest of(SessionProperties properties) {
        return Choice.of("session.signer-digest", properties.getSignerDigest(), BY_NAME);
    }
}
