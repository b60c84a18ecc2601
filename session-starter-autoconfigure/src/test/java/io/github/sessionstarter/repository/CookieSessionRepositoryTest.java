package io.github.sessionstarter.repository;

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
        return new CookieSessionRepository(
                SecretKeys.of("a secret key"),
                Digest.SHA1,
                new SessionLifetime(lifetime, false, true, Duration.ZERO),
                Clock.fixed(NOW, ZoneOffset.UTC));
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
}
