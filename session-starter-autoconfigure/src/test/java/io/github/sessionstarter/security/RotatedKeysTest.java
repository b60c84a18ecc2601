package io.github.sessionstarter.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sessionstarter.Opened.Rejection;
import io.github.sessionstarter.SessionRepository;
import io.github.sessionstarter.SessionStore;
import io.github.sessionstarter.store.memory.MemorySessionStore;
import java.time.Clock;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Flask 3.1.0 gave itsdangerous its keys in the wrong order, and signed with the oldest fallback, the one that was to be
 * taken out of service (CVE-2025-47278). Here {@code session.secret-key} alone signs, and the fallbacks only verify.
 */
@DisplayName("CVE-2025-47278: fallback keys verify and never sign")
class RotatedKeysTest {

    private static final String NEWEST = "session.secret-key=the newest of three keys";
    private static final String OLDER = "the older of three keys";
    private static final String OLDEST = "the oldest of three keys";
    private static final String FALLBACKS = "session.secret-key-fallbacks=" + OLDER + "," + OLDEST;
    private static final String SIGNED = "session.use-signer=true";

    private final SessionStore store = new MemorySessionStore(Clock.systemUTC());

    private static String only(String key) {
        return "session.secret-key=" + key;
    }

    @Test
    void onlyTheNewestKeySignsACookieSession() {
        String cookie = Repositories.cookie(Repositories.of(NEWEST, FALLBACKS), "a", 1);

        SessionRepository newestOnly = Repositories.of(NEWEST);
        SessionRepository fallbacksOnly = Repositories.of(only(OLDEST), "session.secret-key-fallbacks=" + OLDER);

        assertThat(newestOnly.open(cookie).data()).containsEntry("a", 1);
        assertThat(fallbacksOnly.open(cookie).rejection()).isEqualTo(Rejection.BAD_SIGNATURE);
    }

    @Test
    void onlyTheNewestKeySignsAnId() {
        String cookie = Repositories.cookie(Repositories.on(store, NEWEST, FALLBACKS, SIGNED), "a", 1);

        SessionRepository newestOnly = Repositories.on(store, NEWEST, SIGNED);
        SessionRepository fallbacksOnly =
                Repositories.on(store, only(OLDEST), "session.secret-key-fallbacks=" + OLDER, SIGNED);

        assertThat(newestOnly.open(cookie).isNew()).isFalse();
        assertThat(fallbacksOnly.open(cookie).rejection()).isEqualTo(Rejection.BAD_SIGNATURE);
    }

    @Test
    void everyFallbackVerifiesACookieSession() {
        String ofOlder = Repositories.cookie(Repositories.of(only(OLDER)), "a", 1);
        String ofOldest = Repositories.cookie(Repositories.of(only(OLDEST)), "a", 2);

        SessionRepository rotated = Repositories.of(NEWEST, FALLBACKS);

        assertThat(rotated.open(ofOlder).data()).containsEntry("a", 1);
        assertThat(rotated.open(ofOldest).data()).containsEntry("a", 2);
    }

    @Test
    void everyFallbackVerifiesAnId() {
        String ofOlder = Repositories.cookie(Repositories.on(store, only(OLDER), SIGNED), "a", 1);
        String ofOldest = Repositories.cookie(Repositories.on(store, only(OLDEST), SIGNED), "a", 2);

        SessionRepository rotated = Repositories.on(store, NEWEST, FALLBACKS, SIGNED);

        assertThat(rotated.open(ofOlder).isNew()).isFalse();
        assertThat(rotated.open(ofOldest).isNew()).isFalse();
    }

    @Test
    void whatAFallbackSignedIsSignedAnewByTheNewestKeyWhenItIsSaved() {
        SessionRepository rotated = Repositories.of(NEWEST, FALLBACKS);
        String cookie = Repositories.cookie(Repositories.of(only(OLDEST)), "a", 1);

        String saved = Repositories.put(rotated, rotated.open(cookie), "b", 2);

        assertThat(Repositories.of(NEWEST).open(saved).data()).containsKeys("a", "b");
    }

    @Test
    void aKeyThatWasTakenOutVerifiesNothing() {
        String cookie = Repositories.cookie(Repositories.of(only(OLDEST)), "a", 1);

        SessionRepository rotated = Repositories.of(NEWEST, "session.secret-key-fallbacks=" + OLDER);

        assertThat(rotated.open(cookie).rejection()).isEqualTo(Rejection.BAD_SIGNATURE);
    }
}
