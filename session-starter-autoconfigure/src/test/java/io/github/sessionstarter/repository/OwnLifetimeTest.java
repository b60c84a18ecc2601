package io.github.sessionstarter.repository;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sessionstarter.Changes;
import io.github.sessionstarter.CookieAction;
import io.github.sessionstarter.Opened;
import io.github.sessionstarter.Session;
import io.github.sessionstarter.SessionRepository;
import io.github.sessionstarter.serialization.Msgpack;
import io.github.sessionstarter.signing.Digest;
import io.github.sessionstarter.signing.SecretKeys;
import io.github.sessionstarter.store.memory.MemorySessionStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A session that has a lifetime of its own ends by that, in its cookie and in a store. */
class OwnLifetimeTest {

    private static final SessionLifetime MONTH =
            new SessionLifetime(Duration.ofDays(31), false, true, Duration.ofMinutes(5));

    /** A clock that stands still until it is moved. */
    private static final class TestClock extends Clock {

        private Instant now = Instant.parse("2026-11-21T12:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private record Kept(TestClock clock, SessionRepository repository) {

        /** A session of this lifetime, as its cookie. */
        String cookie(int seconds) {
            return cookie(seconds, false);
        }

        String cookie(int seconds, boolean permanent) {
            Opened opened = repository.open(null);
            opened.data().put("username", "wd");
            opened.data().put(Session.LIFETIME, seconds);
            opened.data().put(Session.PERMANENT, permanent);
            return value("", repository.save(opened, new Changes(opened.data(), Set.of("username"), false, true)));
        }

        /** A request that does nothing with the session. */
        String used(String cookie) {
            Opened opened = repository.open(cookie);
            return value(cookie, repository.save(opened, new Changes(opened.data(), Set.of(), false, false)));
        }

        private static String value(String before, CookieAction action) {
            return action instanceof CookieAction.SetValue set ? set.value() : before;
        }

        boolean lives(String cookie) {
            return !repository.open(cookie).isNew();
        }
    }

    static Stream<Kept> repositories() {
        TestClock ofCookie = new TestClock();
        TestClock ofStore = new TestClock();
        return Stream.of(
                new Kept(
                        ofCookie,
                        new CookieSessionRepository(
                                SecretKeys.of("a secret key of the tests"), Digest.SHA1, MONTH, ofCookie)),
                new Kept(
                        ofStore,
                        new StoreSessionRepository(
                                new MemorySessionStore(ofStore),
                                new Msgpack(),
                                new SessionIds("session:", 32, false, null),
                                MONTH,
                                ofStore)));
    }

    @ParameterizedTest
    @MethodSource("repositories")
    void itEndsWhenNobodyUsesItForSoLong(Kept kept) {
        String cookie = kept.cookie(60);

        kept.clock().pass(Duration.ofSeconds(61));

        assertThat(kept.lives(cookie)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("repositories")
    void everyUseProlongsItWhateverTheRefreshInterval(Kept kept) {
        String cookie = kept.cookie(60);

        for (int i = 0; i < 3; i++) {
            kept.clock().pass(Duration.ofSeconds(40));
            cookie = kept.used(cookie);
        }

        assertThat(kept.lives(cookie)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("repositories")
    void everyUseProlongsThePermanentOnesCookieToo(Kept kept) {
        String cookie = kept.cookie(60, true);
        kept.clock().pass(Duration.ofSeconds(20));
        cookie = kept.used(cookie);
        kept.clock().pass(Duration.ofSeconds(20));

        Opened opened = kept.repository().open(cookie);
        CookieAction action = kept.repository().save(opened, new Changes(opened.data(), Set.of(), false, false));

        assertThat(action).isInstanceOfSatisfying(CookieAction.SetValue.class, set -> assertThat(set.expires())
                .isEqualTo(kept.clock().instant().plusSeconds(60)));
    }

    @ParameterizedTest
    @MethodSource("repositories")
    void zeroOrLessDoesNotEndIt(Kept kept) {
        String cookie = kept.cookie(-1);

        kept.clock().pass(Duration.ofDays(30));

        assertThat(kept.lives(cookie)).isTrue();
    }
}
