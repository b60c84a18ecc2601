package io.github.sessionstarter.repository;

import static io.github.sessionstarter.repository.Requests.untouched;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sessionstarter.Changes;
import io.github.sessionstarter.CookieAction;
import io.github.sessionstarter.CookieTooLargeException;
import io.github.sessionstarter.Opened;
import io.github.sessionstarter.signing.Digest;
import io.github.sessionstarter.signing.SecretKeys;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CookieSessionRepositoryTest {

    private static final Instant NOW = Instant.parse("2023-11-14T22:13:20Z");

    private final CookieSessionRepository repository = repository(Duration.ofDays(31));

    private static CookieSessionRepository repository(Duration lifetime) {
        return repository(new SessionLifetime(lifetime, false, true, Duration.ZERO), NOW);
    }

    private static CookieSessionRepository repository(boolean permanent, Duration refreshInterval, Instant now) {
        return repository(new SessionLifetime(Duration.ofDays(31), permanent, true, refreshInterval), now);
    }

    private static CookieSessionRepository repository(SessionLifetime lifetime, Instant now) {
        return new CookieSessionRepository(
                SecretKeys.of("a secret key"), Digest.SHA1, lifetime, Clock.fixed(now, ZoneOffset.UTC));
    }

    private static Changes changed(Map<String, @Nullable Object> data) {
        return new Changes(data, Set.of(), false, true);
    }

    @Test
    void aSessionOfMoreThanWouldBeReadBackIsNotSigned() {
        Map<String, @Nullable Object> data = Map.of("precious", "x".repeat(1 << 20));

        assertThatThrownBy(() -> repository.save(Opened.fresh(), changed(data)))
                .isInstanceOf(CookieTooLargeException.class)
                .hasMessageContaining("1048576 before they are compressed");
    }

    @Test
    void theLargestThatIsSignedIsReadBack() {
        Map<String, @Nullable Object> data = Map.of("k", "x".repeat((1 << 20) - "{'k':''}".length()));

        CookieAction action = repository.save(Opened.fresh(), changed(data));

        assertThat(repository.open(((CookieAction.SetValue) action).value()).data())
                .isEqualTo(data);
    }

    @Test
    void aPermanentSessionsCookieExpiresWithIt() {
        Map<String, @Nullable Object> data = Map.of("_permanent", true);

        CookieAction action = repository(Duration.ofHours(1)).save(Opened.fresh(), changed(data));

        assertThat(((CookieAction.SetValue) action).expires()).isEqualTo(NOW.plus(Duration.ofHours(1)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void permanentIsWhatPythonTakesForTrue(int value) {
        Changes untouched = new Changes(Map.of("_permanent", value), Set.of(), false, false);

        CookieAction action = repository.save(Opened.existing(new HashMap<>(untouched.data())), untouched);

        assertThat(action instanceof CookieAction.SetValue).isEqualTo(value == 1);
    }

    @Test
    void anEmptiedSessionDeletesItsCookieAndAnEmptyOneDoesNot() {
        Changes emptied = changed(Map.of());
        Changes empty = new Changes(Map.of(), Set.of(), false, false);

        assertThat(repository.save(Opened.fresh(), emptied)).isInstanceOf(CookieAction.Delete.class);
        assertThat(repository.save(Opened.fresh(), empty)).isInstanceOf(CookieAction.Keep.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a.b.c", "%00", "x", "é.漢.x", "\ud83d"})
    void whatIsNoCookieOfOursIsANewSession(String value) {
        Opened opened = repository.open(value);

        assertThat(opened.isNew()).isTrue();
        assertThat(opened.data()).isEmpty();
    }

    @Test
    void aNewSessionThatIsOnlyPermanentByDefaultSetsNoCookie() {
        CookieSessionRepository permanent = repository(true, Duration.ZERO, NOW);
        Opened opened = permanent.open(null);

        assertThat(opened.data()).containsOnlyKeys("_permanent");
        assertThat(permanent.save(opened, untouched(opened))).isInstanceOf(CookieAction.Keep.class);
    }

    @Test
    void aCookieIsRefreshedWhenTheIntervalIsOverAndNotBefore() {
        Duration interval = Duration.ofMinutes(5);
        CookieSessionRepository first = repository(true, interval, NOW);
        CookieSessionRepository early = repository(true, interval, NOW.plusSeconds(299));
        CookieSessionRepository late = repository(true, interval, NOW.plusSeconds(300));
        CookieAction action = first.save(Opened.fresh(), changed(Map.of("_permanent", true, "a", 1)));
        String cookie = ((CookieAction.SetValue) action).value();

        Opened tooEarly = early.open(cookie);
        Opened due = late.open(cookie);

        assertThat(early.save(tooEarly, untouched(tooEarly))).isInstanceOf(CookieAction.Keep.class);
        assertThat(late.save(due, untouched(due))).isInstanceOf(CookieAction.SetValue.class);
    }

    @Test
    void aSessionThatIsNotPermanentAndWasOnlyReadSetsNoCookie() {
        CookieAction action = repository.save(Opened.fresh(), changed(Map.of("a", 1)));
        Opened opened = repository.open(((CookieAction.SetValue) action).value());

        assertThat(repository.save(opened, untouched(opened))).isInstanceOf(CookieAction.Keep.class);
    }

    @Test
    void whatTaggedJsonCannotCarryIsRefusedInItsWords() {
        assertThat(repository.refusal(Instant.MAX)).isEqualTo("an HTTP date has a year from 1000 to 9999");
        assertThat(repository.refusal("text")).isNull();
    }
}
