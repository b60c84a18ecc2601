package io.github.sessionstarter.repository;

import static io.github.sessionstarter.repository.Requests.put;
import static io.github.sessionstarter.repository.Requests.untouched;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sessionstarter.Opened;
import io.github.sessionstarter.serialization.TaggedJson;
import io.github.sessionstarter.store.EveryStore;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who is redirected after a change finds it, on whatever node; on every store's real server. */
class ReadYourOwnWriteTest {

    private static StoreSessionRepository node(ObservedStore store) {
        return new StoreSessionRepository(
                store,
                new TaggedJson(),
                new SessionIds("session:", 32, false, null),
                new SessionLifetime(Duration.ofHours(1), true, true, Duration.ZERO),
                Clock.systemUTC());
    }

    @ParameterizedTest
    @EnumSource
    void aThousandChangesAreReadOnTheOtherNodeAndWrittenOnce(EveryStore server) {
        ObservedStore store = new ObservedStore(server.store());
        StoreSessionRepository writing = node(store);
        StoreSessionRepository reading = node(store);
        Opened made = writing.open(null);
        writing.save(made, put(made, "n", 0));

        for (int n = 1; n <= 1000; n++) {
            Opened posted = writing.open(made.id());
            writing.save(posted, put(posted, "n", n));
            Opened followed = reading.open(made.id());
            reading.save(followed, untouched(followed));

            assertThat(followed.data()).containsEntry("n", n);
        }

        assertThat(store.replacements()).hasSize(1000);
        assertThat(store.calls)
                .as("the first, and one read and one write for each, and one read")
                .hasValue(1 + 3000);
    }
}
