package io.github.sessionstarter.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sessionstarter.SessionConflictException;
import io.github.sessionstarter.SessionStoreException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TranslatedStoreTest {

    private final SettableClock clock = new SettableClock(Instant.parse("2023-11-14T22:13:20Z"));
    private final ObservedStore store = new ObservedStore(clock);
    private final TranslatedStore translated = new TranslatedStore(store);

    @Test
    void whateverAClientThrowsIsAFailureOfTheStore() {
        store.failures.set(1);

        assertThatExceptionOfType(SessionStoreException.class)
                .isThrownBy(() -> translated.load("key", null))
                .withMessage("The session store could not read a session: "
                        + "java.lang.IllegalStateException: the server is away")
                .withCauseInstanceOf(IllegalStateException.class);
    }

    @Test
    void aFailureThatTheStoreHasNamedStaysWhatItIs() {
        SessionStoreException failure = new SessionConflictException(1);
        store.beforeEach = () -> {
            throw failure;
        };

        assertThatThrownBy(() -> translated.deleteIfUnchanged("key", null)).isSameAs(failure);
    }

    @Test
    void aKeyIsMadeOnce() {
        assertThat(translated.insert("key", new byte[0], Duration.ofHours(1))).isTrue();
        assertThat(translated.insert("key", new byte[0], Duration.ofHours(1))).isFalse();
    }

    @Test
    void whatHasExpiredIsPurged() {
        translated.insert("key", new byte[0], Duration.ofHours(1));
        clock.advance(Duration.ofHours(1));

        assertThat(translated.purgeExpired(10)).isOne();
    }
}
