package io.github.sessionstarter.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sessionstarter.Opened.Rejection;
import io.github.sessionstarter.SessionRepository;
import io.github.sessionstarter.server.Stores;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Rack looked ids up in stores as they came, in time that may depend on how many of their first characters are somebody's
 * (CVE-2019-16782). So do we, as Flask-Session does; {@code session.hash-ids} shows the store hashes instead, of which
 * nobody can approach another's step by step, and from which a copy of the store leads to no cookie.
 */
@DisplayName("CVE-2019-16782: with hash-ids a store learns no id")
class HashedIdsTest {

    private static SessionRepository hashing(Applications app) {
        return Repositories.on(app.store(), "session.hash-ids=true", "session.key-prefix=" + app.keyPrefix);
    }

    private static SessionRepository plain(Applications app) {
        return Repositories.on(app.store(), "session.key-prefix=" + app.keyPrefix);
    }

    private static byte[] digest(String algorithm, String text) {
        try {
            return MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the store's own server calls the record of a key. */
    private static String nameOf(String key, Stores store) {
        return store == Stores.FILESYSTEM ? HexFormat.of().formatHex(digest("MD5", key)) : key;
    }

    @ParameterizedTest
    @EnumSource
    void theStoreHoldsThePrefixAndTheHash(Stores store) {
        Applications app = Applications.on(store);
        Set<String> before = app.records();

        String id = Repositories.cookie(hashing(app), "a", 1);

        String hash = Base64.getUrlEncoder().withoutPadding().encodeToString(digest("SHA-256", id));
        Set<String> added = new HashSet<>(app.records());
        added.removeAll(before);
        assertThat(added).containsExactly(nameOf(app.keyPrefix + hash, store));
        assertThat(app.store().load(app.keyPrefix + hash, null).value())
                .asString(StandardCharsets.ISO_8859_1)
                .doesNotContain(id);
    }

    @ParameterizedTest
    @EnumSource
    void theConversationIsTheSame(Stores store) {
        SessionRepository repository = hashing(Applications.on(store));
        String id = Repositories.cookie(repository, "a", 1);

        String second = Repositories.put(repository, repository.open(id), "b", 2);
        String third = Repositories.put(repository, repository.regenerate(repository.open(id)), "c", 3);

        assertThat(second).isEqualTo(id);
        assertThat(third).isNotEqualTo(id);
        assertThat(repository.open(third).data()).containsKeys("a", "b", "c");
        assertThat(repository.open(id).rejection()).isEqualTo(Rejection.UNKNOWN);
    }

    /** As a Flask peer looks for it. */
    @ParameterizedTest
    @EnumSource
    void whoLooksForTheIdItselfFindsNothing(Stores store) {
        Applications app = Applications.on(store);

        String id = Repositories.cookie(hashing(app), "a", 1);

        assertThat(plain(app).open(id).rejection()).isEqualTo(Rejection.UNKNOWN);
    }

    /** Who reads the store's names has no cookie. */
    @Test
    void theHashIsNoId() {
        WatchedStore store = new WatchedStore();
        SessionRepository repository = Repositories.on(store, "session.hash-ids=true");
        Repositories.cookie(repository, "a", 1);

        String stolen = store.calls().get(0).substring("session:".length());

        assertThat(repository.open(stolen).rejection()).isEqualTo(Rejection.UNKNOWN);
    }

    @ParameterizedTest
    @EnumSource
    void itIsOffSoThatFlaskPeersFindTheSession(Stores store) {
        Applications app = Applications.on(store);

        String id = Repositories.cookie(plain(app), "a", 1);

        assertThat(app.records()).contains(nameOf(app.keyPrefix + id, store));
    }
}
