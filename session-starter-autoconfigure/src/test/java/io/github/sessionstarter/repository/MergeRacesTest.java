package io.github.sessionstarter.repository;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sessionstarter.CookieAction;
import io.github.sessionstarter.Opened;
import io.github.sessionstarter.Session;
import io.github.sessionstarter.SessionStore;
import io.github.sessionstarter.serialization.SessionFormat;
import io.github.sessionstarter.serialization.TaggedJson;
import io.github.sessionstarter.store.EveryStore;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Fifty requests change one session at once, on every store's real server. */
class MergeRacesTest {

    private static final int REQUESTS = 50;

    private static final Crowd crowd = new Crowd(REQUESTS);

    private final SessionFormat format = new TaggedJson();

    @AfterAll
    static void stop() {
        crowd.close();
    }

    private StoreSessionRepository node(SessionStore store) {
        return new StoreSessionRepository(
                store,
                format,
                new SessionIds("session:", 32, false, null),
                new SessionLifetime(Duration.ofHours(1), true, true, Duration.ZERO),
                Clock.systemUTC());
    }

    /** All have opened the session before the first of them saves it. */
    private History race(ObservedStore store, int nodes, Map<String, Object> start, List<Deed> deeds) {
        List<StoreSessionRepository> repositories =
                Stream.generate(() -> node(store)).limit(nodes).toList();
        Opened made = repositories.get(0).open(null);
        repositories.get(0).save(made, Deed.putAll(start).doneTo(made));
        String cookie = made.id();
        byte[] first = store.load(store.onlyKey(), null).value();

        List<Opened> opened = crowd.perform(i -> repositories.get(i % nodes).open(cookie));
        List<CookieAction> actions = crowd.perform(i ->
                repositories.get(i % nodes).save(opened.get(i), deeds.get(i).doneTo(opened.get(i))));

        assertThat(actions).hasOnlyElementsOfType(CookieAction.SetValue.class);
        History history = History.of(first, store.replacements(), format);
        assertThat(repositories.get(0).open(cookie).data()).isEqualTo(history.last());
        store.delete(store.onlyKey());
        return history;
    }

    private static List<Deed> puttingTheirOwnKeyAndACounter() {
        return IntStream.range(0, REQUESTS)
                .mapToObj(i -> Deed.putAll(Map.of("key" + i, i, "counter", i)))
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void fiftyRequestsLeaveFiftyKeysAndTheLastOnesCounter(EveryStore server) {
        for (int round = 0; round < 100; round++) {
            List<Deed> deeds = puttingTheirOwnKeyAndACounter();

            History history = race(new ObservedStore(server.store()), 1, Map.of("a", "a"), deeds);

            assertThat(history.last())
                    .hasSize(REQUESTS + 3)
                    .containsKeys("a", "counter", Session.PERMANENT, "key0", "key49");
            assertThat(history.states()).hasSize(REQUESTS + 1);
            history.assertIsOneAfterTheOther(deeds);
        }
    }

    @ParameterizedTest
    @EnumSource
    void onTwoNodesTheyDoToo(EveryStore server) {
        for (int round = 0; round < 10; round++) {
            List<Deed> deeds = puttingTheirOwnKeyAndACounter();

            History history = race(new ObservedStore(server.store()), 2, Map.of("a", "a"), deeds);

            assertThat(history.states()).hasSize(REQUESTS + 1);
            history.assertIsOneAfterTheOther(deeds);
        }
    }

    /** In the history that the store had, what a clearing left is what it put, and the rest came after it. */
    @ParameterizedTest
    @EnumSource
    void aClearingAndRemovalsBesideThemAreDoneOneAfterTheOther(EveryStore server) {
        for (int round = 0; round < 10; round++) {
            List<Deed> deeds = new ArrayList<>(puttingTheirOwnKeyAndACounter());
            deeds.set(10, Deed.clearThenPut("fresh", true));
            deeds.set(20, Deed.remove("a"));
            deeds.set(30, Deed.put(Session.PERMANENT, false));
            deeds.set(40, Deed.remove("b"));

            History history = race(new ObservedStore(server.store()), 2, Map.of("a", "a", "b", "b"), deeds);

            history.assertIsOneAfterTheOther(deeds);
            assertThat(history.last()).containsKey("fresh").doesNotContainKeys("a", "b");
        }
    }

    /**
     * A save needs its first try, one that shows what others wrote while it waited for its turn, and one that succeeds;
     * but for one that meets somebody's first try, which is this one's only. The fewest of some rounds, for on a machine
     * that stands still a turn may not come in time.
     */
    @Test
    void onOneNodeASaveTakesThreeOperationsAndARequestFour() {
        int fewest = IntStream.range(0, 5)
                .map(round -> {
                    ObservedStore store = new ObservedStore(Clock.systemUTC());
                    store.beforeEach =
                            () -> LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
                    race(store, 1, Map.of("a", "a"), puttingTheirOwnKeyAndACounter());
                    return store.calls.get();
                })
                .min()
                .orElseThrow();

        int ofTheTest = 4;
        assertThat(fewest - ofTheTest).isLessThanOrEqualTo(4 * REQUESTS);
    }
}
