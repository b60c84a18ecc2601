package io.github.sessionstarter.security;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Secrets to be looked for in texts; a part of one is enough, for dumps break them into lines. */
final class Needles {

    /** Fits into the rows of a hexadecimal dump. */
    private static final int LENGTH = 12;

    private final Map<String, Kind> parts = new HashMap<>();

    /** What a log must not show. */
    enum Kind {
        /** Of a session in a store. */
        ID,
        /** A cookie's value: a session, or the signature of an id. */
        COOKIE,
        /** What is in the session. */
        DATA,
        /** What signs. */
        KEY
    }

    /** As it is, and in Base64, wherever in a longer text that began. */
    void add(Kind kind, String secret) {
        addText(kind, secret);
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        for (int from = 0; from < 3; from++) {
            byte[] whole = Arrays.copyOfRange(bytes, from, bytes.length - (bytes.length - from) % 3);
            addText(kind, Base64.getEncoder().encodeToString(whole));
        }
    }

    private void addText(Kind kind, String secret) {
        for (int i = 0; i + LENGTH <= secret.length(); i++) {
            parts.putIfAbsent(secret.substring(i, i + LENGTH), kind);
        }
    }

    Set<Kind> in(String text) {
        Set<Kind> found = EnumSet.noneOf(Kind.class);
        for (int i = 0; i + LENGTH <= text.length(); i++) {
            Kind kind = parts.get(text.substring(i, i + LENGTH));
            if (kind != null) {
                found.add(kind);
            }
        }
        return found;
    }
}
