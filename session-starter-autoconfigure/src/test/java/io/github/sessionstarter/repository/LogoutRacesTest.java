package io.github.sessionstarter.repository;

import static io.github.sessionstarter.repository.Requests.cleared;
import static io.github.sessionstarter.repository.Requests.put;
import static io.github.sessionstarter.repository.Requests.untouched;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sessionstarter.CookieAction;
import io.github.sessionstarter.CookieAction.SetValue;
import io.github.sessionstarter.CookieAction.Withdraw;
import io.github.sessionstarter.Opened;
import io.github.sessionstarter.serialization.TaggedJson;
import io.github.sessionstarter.store.EveryStore;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Requests that have opened one session end at once: a logout, new ids, a change, and one that only comes to read. On
 * every store's real server.
 */
class LogoutRacesTest {

    private static final int ROUNDS = 1000;

    private static final Crowd crowd = new Crowd(4);

    @AfterAll
    static void stop() {
        crowd.close();
    }

    /** A session in a store of its own, and the two nodes that have it open. */
    private static final class Visit {

        private final ObservedStore store;
        private final StoreSessionRepository node;
        private final StoreSessionRepository otherNode;
        private final String cookie;
        private final String key;

        Visit(EveryStore server) {
            store = new ObservedStore(server.store());
            node = node();
            otherNode = node();
            Opened made = node.open(null);
            node.save(made, put(made, "a", 1));
            cookie = made.id();
            key = store.onlyKey();
        }

        private StoreSessionRepository node() {
            return new StoreSessionRepository(
                    store,
                    new TaggedJson(),
                    new SessionIds("session:", 32, false, null),
                    new SessionLifetime(Duration.ofHours(1), true, true, Duration.ZERO),
                    Clock.systemUTC());
        }

        /** As soon as the logout is saved nobody finds the session, should it be the one that removed it. */
        Callable<CookieAction> logout() {
            Opened opened = otherNode.open(cookie);
            return () -> {
                CookieAction action = otherNode.save(opened, cleared(opened));
                assertThat(store.load(key, null)).isNull();
                return action;
            };
        }

        Callable<CookieAction> write(StoreSessionRepository on) {
            Opened opened = on.open(cookie);
            return () -> on.save(opened, put(opened, "b", 1));
        }

        /** Opens it in the race, and prolongs its life by that. */
        Callable<CookieAction> read() {
            return () -> {
                Opened opened = node.open(cookie);
                return node.save(opened, untouched(opened));
            };
        }

        Callable<CookieAction> newId(StoreSessionRepository on, String key) {
            Opened opened = on.regenerate(on.open(cookie));
            return () -> on.save(opened, put(opened, key, 1));
        }

        /** What is left is tidied away. */
        List<String> leftovers() {
            List<String> leftovers = store.liveKeys();
            leftovers.forEach(store::delete);
            return leftovers;
        }
    }

    @ParameterizedTest
    @EnumSource
    void noSessionComesBackAfterItsLogout(EveryStore server) {
        for (int round = 0; round < ROUNDS; round++) {
            Visit visit = new Visit(server);

            List<CookieAction> actions = crowd.perform(
                    List.of(visit.logout(), visit.write(visit.node), visit.read(), visit.newId(visit.node, "login")));

            boolean newIdWasFaster = actions.get(3) instanceof SetValue;
            List<String> leftovers = visit.leftovers();
            assertThat(actions.get(0)).isInstanceOf(newIdWasFaster ? Withdraw.class : CookieAction.Delete.class);
            assertThat(leftovers).hasSize(newIdWasFaster ? 1 : 0).doesNotContain(visit.key);
        }
    }

    @ParameterizedTest
    @EnumSource
    void ofTwoNewIdsOneLivesAndTheOldOneIsDead(EveryStore server) {
        for (int round = 0; round < ROUNDS; round++) {
            Visit visit = new Visit(server);

            List<CookieAction> actions = crowd.perform(List.of(
                    visit.newId(visit.node, "login"),
                    visit.newId(visit.otherNode, "login elsewhere"),
                    visit.write(visit.otherNode),
                    visit.read()));

            List<String> leftovers = visit.leftovers();
            assertThat(actions.subList(0, 2))
                    .hasAtLeastOneElementOfType(SetValue.class)
                    .hasAtLeastOneElementOfType(Withdraw.class);
            assertThat(leftovers).hasSize(1).doesNotContain(visit.key);
            assertThat(actions.subList(0, 2))
                    .filteredOn(SetValue.class::isInstance)
                    .extracting(action -> "session:" + ((SetValue) action).value())
                    .isEqualTo(leftovers);
        }
    }
}
