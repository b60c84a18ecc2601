package io.github.sessionstarter.repository;

import static io.github.sessionstarter.repository.Requests.put;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sessionstarter.CookieAction;
import io.github.sessionstarter.Opened;
import io.github.sessionstarter.SessionStoreException;
import io.github.sessionstarter.serialization.TaggedJson;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class AnonymousFallbackTest {

    private final Clock clock = Clock.fixed(Instant.parse("2023-11-14T22:13:20Z"), ZoneOffset.UTC);
    private final ObservedStore store = new ObservedStore(clock);
    private final AnonymousFallback repository = new AnonymousFallback(new StoreSessionRepository(
            store,
            new TaggedJson(),
            new SessionIds("session:", 32, false, null),
            new SessionLifetime(Duration.ofHours(1), true, true, Duration.ZERO),
            clock));

    private String stored() {
        Opened opened = repository.open(null);
        return ((CookieAction.SetValue) repository.save(opened, put(opened, "a", 1))).value();
    }

    @Test
    void whoseStoreFailsIsServedAsAVisitorNobodyKnows() {
        String cookie = stored();
        store.failures.set(1);

        Opened opened = repository.open(cookie);

        assertThat(opened.data()).isEmpty();
        assertThat(opened.failure()).isInstanceOf(SessionStoreException.class);
        assertThat(opened.readOnlyReason()).contains("the server is away");
    }

    @Test
    void whereNothingFailsSessionsAreOpenedAndSaved() {
        String cookie = stored();

        Opened opened = repository.open(cookie);

        assertThat(opened.data()).containsEntry("a", 1);
        assertThat(opened.readOnlyReason()).isNull();
    }

    @Test
    void whereNothingFailsALoginGetsANewId() {
        String cookie = stored();

        Opened opened = repository.regenerate(repository.open(cookie));

        assertThat(opened.id()).isNotEqualTo(cookie);
        assertThat(opened.data()).containsEntry("a", 1);
    }

    @Test
    void whatTheRepositoryCannotCarryIsRefusedInItsWords() {
        assertThat(repository.refusal(Instant.MAX)).isEqualTo("an HTTP date has a year from 1000 to 9999");
        assertThat(repository.refusal("text")).isNull();
    }
}
