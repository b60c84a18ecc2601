package io.github.sessionstarter.repository;

import static io.github.sessionstarter.repository.Requests.cleared;
import static io.github.sessionstarter.repository.Requests.clearedThenPut;
import static io.github.sessionstarter.repository.Requests.put;
import static io.github.sessionstarter.repository.Requests.removed;
import static io.github.sessionstarter.repository.Requests.untouched;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.sessionstarter.Changes;
import io.github.sessionstarter.CookieAction;
import io.github.sessionstarter.Opened;
import io.github.sessionstarter.Session;
import io.github.sessionstarter.SessionConflictException;
import io.github.sessionstarter.serialization.TaggedJson;
import io.github.sessionstarter.store.memory.MemorySessionStore;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What becomes of a record that others change, delete or make while a request saves it. */
class RecordWriterTest {

    private static final Duration LIFETIME = Duration.ofHours(1);

    private final Clock clock = Clock.fixed(Instant.parse("2023-11-14T22:13:20Z"), ZoneOffset.UTC);
    private final MemorySessionStore memory = new MemorySessionStore(clock);
    private final ObservedStore store = new ObservedStore(memory);
    private final StoreSessionRepository repository = node();
    private final StoreSessionRepository elsewhere = node();
    private int blindWrites;

    private StoreSessionRepository node() {
        return new StoreSessionRepository(
                store,
                new TaggedJson(),
                new SessionIds("session:", 32, false, null),
                new SessionLifetime(LIFETIME, true, true, Duration.ZERO),
                clock);
    }

    /** The cookie of a stored session in which each of these keys has itself as its value. */
    private String stored(String... keys) {
        Opened opened = repository.open(null);
        CookieAction action = new CookieAction.Keep();
        for (String key : keys) {
            action = repository.save(opened, put(opened, key, key));
        }
        return ((CookieAction.SetValue) action).value();
    }

    /** As after {@code invalidate()} and what follows it. */
    private CookieAction renewed(String cookie, Runnable meanwhile) {
        Opened opened = repository.open(cookie);
        meanwhile.run();
        Opened renewed = repository.regenerate(opened);
        renewed.data().clear();
        renewed.data().put(Session.PERMANENT, true);
        renewed.data().put("user", "wd");
        return repository.save(renewed, new Changes(renewed.data(), Set.of("user"), true, true));
    }

    @Test
    void whatFollowsAnEndedSessionIsANewOneWhateverBecameOfTheOld() {
        String changed = stored("a");
        CookieAction afterChange = renewed(changed, () -> putElsewhere(changed, "b", 2));
        String deleted = stored("a");
        CookieAction afterDeletion = renewed(deleted, () -> logOutElsewhere(deleted));

        for (CookieAction action : List.of(afterChange, afterDeletion)) {
            assertThat(present(((CookieAction.SetValue) action).value()))
                    .containsOnly(Map.entry(Session.PERMANENT, true), Map.entry("user", "wd"));
        }
        assertThat(repository.open(changed).isNew()).isTrue();
    }

    @Test
    void aSessionThatItsOwnRequestMadeAnewIsRefreshedAsOthers() {
        String cookie = stored("a");
        Opened opened = repository.open(cookie);
        repository.save(opened, cleared(opened));
        repository.save(opened, put(opened, "b", 2));

        Opened read = repository.open(cookie);

        assertThat(repository.save(read, untouched(read))).isInstanceOf(CookieAction.SetValue.class);
    }

    @Test
    void aListBelowAMapThatOthersChangedTooStaysTheListThatItIs() {
        String cookie = stored("a");
        Opened opened = repository.open(cookie);
        List<Object> items = new ArrayList<>(List.of("mine"));
        repository.save(opened, put(opened, "cart", new LinkedHashMap<>(Map.of("items", items))));
        putElsewhere(cookie, "cart", new LinkedHashMap<>(Map.of("items", new ArrayList<>(List.of("mine", "theirs")))));

        repository.save(opened, put(opened, "b", 2));

        assertThat(items).containsExactly("mine", "theirs");
    }

    private Map<String, @Nullable Object> present(String cookie) {
        return repository.open(cookie).data();
    }

    private void putElsewhere(String cookie, String key, Object value) {
        Opened other = elsewhere.open(cookie);
        elsewhere.save(other, put(other, key, value));
    }

    private void removeElsewhere(String cookie, String key) {
        Opened other = elsewhere.open(cookie);
        elsewhere.save(other, removed(other, key));
    }

    private void logOutElsewhere(String cookie) {
        Opened other = elsewhere.open(cookie);
        elsewhere.save(other, cleared(other));
    }

    /** Somebody who rewrites the whole record, whatever it is. */
    private void write(String cookie, String record) {
        memory.delete("session:" + cookie);
        memory.insert("session:" + cookie, record.getBytes(StandardCharsets.UTF_8), LIFETIME);
    }

    private void othersNeverStopWriting(String cookie) {
        store.beforeEach = () -> write(cookie, "{\"blind\":%d}".formatted(++blindWrites));
    }

    /** How long it took to give up. */
    private Duration triesInVain(Opened opened, Changes changes) {
        long start = System.nanoTime();
        assertThatExceptionOfType(SessionConflictException.class).isThrownBy(() -> repository.save(opened, changes));
        return Duration.ofNanos(System.nanoTime() - start);
    }

    @Test
    void aNewSessionIsMadeWithOneCommand() {
        stored("a");

        assertThat(store.calls).hasValue(1);
    }

    @Test
    void everySaveOfARequestTakesOneCommand() {
        Opened opened = repository.open(stored("a"));
        store.calls.set(0);

        repository.save(opened, put(opened, "b", 1));
        repository.save(opened, put(opened, "c", 1));

        assertThat(store.calls).hasValue(2);
    }

    @Test
    void aRecordThatSomebodyElseMadeUnderANewIdIsNotOverwritten() {
        Opened opened = repository.open(null);
        write(opened.id(), "{\"theirs\":1}");

        assertThatExceptionOfType(SessionConflictException.class)
                .isThrownBy(() -> repository.save(opened, put(opened, "a", 1)));
        assertThat(present(opened.id())).containsOnlyKeys("theirs");
    }

    @Test
    void aRecordThatAClientMadeWithoutHearingOfItIsThisRequests() {
        Opened opened = repository.open(null);
        Changes changes = put(opened, "a", 1);
        write(opened.id(), new String(new TaggedJson().write(opened.data()), StandardCharsets.UTF_8));

        assertThat(repository.save(opened, changes)).isInstanceOf(CookieAction.SetValue.class);
    }

    @Test
    void aNewSessionThatWasEmptiedAgainNeverReachesTheStore() {
        Opened opened = repository.open(null);
        put(opened, "a", 1);

        assertThat(repository.save(opened, removed(opened, "a"))).isInstanceOf(CookieAction.Delete.class);
        assertThat(store.calls).hasValue(0);
    }

    @Test
    void requestsThatChangeDifferentKeysBothSucceed() {
        String cookie = stored("a", "b");
        Opened opened = repository.open(cookie);
        store.before = () -> putElsewhere(cookie, "theirs", 1);

        repository.save(opened, put(opened, "ours", 1));
        repository.save(opened, put(opened, "later", 1));

        assertThat(present(cookie)).containsKeys("a", "b", "ours", "theirs", "later");
    }

    @Test
    void aRemovedKeyStaysRemovedWhenOthersChangeTheSession() {
        String cookie = stored("a", "b");
        Opened opened = repository.open(cookie);
        store.before = () -> putElsewhere(cookie, "theirs", 1);

        repository.save(opened, removed(opened, "a"));

        assertThat(present(cookie)).containsKeys("b", "theirs").doesNotContainKey("a");
    }

    @Test
    void nothingThatOthersAddedSurvivesAClearing() {
        String cookie = stored("a");
        Opened opened = repository.open(cookie);
        store.before = () -> putElsewhere(cookie, "theirs", 1);

        repository.save(opened, clearedThenPut(opened, "b", 2));

        assertThat(present(cookie)).containsOnlyKeys("b", Session.PERMANENT);
    }

    @Test
    void aSessionWhoseLastKeyWentIsDeletedWithItsCookie() {
        Opened opened = repository.open(stored("a"));

        assertThat(repository.save(opened, removed(opened, "a"))).isInstanceOf(CookieAction.Delete.class);
        assertThat(store.size()).isZero();
    }

    @Test
    void aSessionWhoseLastKeyWentStaysWhereOthersPutSomethingIn() {
        String cookie = stored("a");
        Opened opened = repository.open(cookie);
        store.before = () -> putElsewhere(cookie, "theirs", 1);

        assertThat(repository.save(opened, removed(opened, "a"))).isInstanceOf(CookieAction.SetValue.class);
        assertThat(present(cookie)).containsKey("theirs").doesNotContainKey("a");
    }

    @Test
    void aSessionWhoseLastKeysTwoRequestsRemovedIsDeleted() {
        String cookie = stored("a", "b");
        Opened opened = repository.open(cookie);
        store.before = () -> removeElsewhere(cookie, "b");

        assertThat(repository.save(opened, removed(opened, "a"))).isInstanceOf(CookieAction.Delete.class);
        assertThat(store.size()).isZero();
    }

    @Test
    void aLastKeyThatOthersChangedWhileItWasRemovedIsRemoved() {
        String cookie = stored("a");
        Opened opened = repository.open(cookie);
        store.before = () -> putElsewhere(cookie, "a", "theirs");

        assertThat(repository.save(opened, removed(opened, "a"))).isInstanceOf(CookieAction.Delete.class);
        assertThat(store.size()).isZero();
    }

    @Test
    void aRecordThatBecameUnreadableWhileItsLastKeyWentIsLeftAsItIs() {
        String cookie = stored("a");
        Opened opened = repository.open(cookie);
        store.before = () -> write(cookie, "garbage");

        assertThat(repository.save(opened, removed(opened, "a"))).isInstanceOf(CookieAction.Withdraw.class);
        assertThat(memory.load("session:" + cookie, null).value())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("garbage");
    }

    @Test
    void aRecordThatBecameUnreadableMeanwhileIsLeftAsItIs() {
        String cookie = stored("a");
        Opened opened = repository.open(cookie);
        store.before = () -> write(cookie, "garbage");

        assertThat(repository.save(opened, put(opened, "b", 1))).isInstanceOf(CookieAction.Withdraw.class);
        assertThat(memory.load("session:" + cookie, null).value())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("garbage");
    }

    @Test
    void aListThatTheApplicationHoldsIsStillTheSessionsAfterAMerge() {
        String cookie = stored("a");
        putElsewhere(cookie, "cart", new ArrayList<>(List.of(1)));
        Opened opened = repository.open(cookie);
        Object cart = opened.data().get("cart");
        store.before = () -> putElsewhere(cookie, "cart", new ArrayList<>(List.of(1, 2)));

        repository.save(opened, put(opened, "b", 1));

        assertThat(opened.data().get("cart")).isSameAs(cart).isEqualTo(List.of(1, 2));
    }

    @Test
    void aMapThatTheApplicationHoldsIsStillTheSessionsAfterAMerge() {
        String cookie = stored("a");
        putElsewhere(cookie, "user", new LinkedHashMap<>(Map.of("name", "Ada")));
        Opened opened = repository.open(cookie);
        Object user = opened.data().get("user");
        store.before = () -> putElsewhere(cookie, "user", new LinkedHashMap<>(Map.of("mail", "ada@example.org")));

        repository.save(opened, put(opened, "b", 1));

        assertThat(opened.data().get("user")).isSameAs(user).isEqualTo(Map.of("mail", "ada@example.org"));
    }

    @Test
    void aMapThatOthersReplacedByATextIsAText() {
        String cookie = stored("a");
        putElsewhere(cookie, "cart", new LinkedHashMap<>(Map.of("apples", 1)));
        Opened opened = repository.open(cookie);
        store.before = () -> putElsewhere(cookie, "cart", "sold");

        repository.save(opened, put(opened, "b", 1));

        assertThat(opened.data()).containsEntry("cart", "sold");
        assertThat(present(cookie)).containsEntry("cart", "sold").containsEntry("b", 1);
    }

    @Test
    void aRequestWhoseSessionOthersDeletedAsksTheStoreNoMore() {
        String cookie = stored("a");
        Opened opened = repository.open(cookie);
        logOutElsewhere(cookie);
        repository.save(opened, put(opened, "b", 1));
        store.calls.set(0);

        assertThat(repository.save(opened, put(opened, "c", 1))).isInstanceOf(CookieAction.Withdraw.class);
        assertThat(store.calls).hasValue(0);
    }

    @Test
    void whoOnlyReadDoesNotBringAnIdBackThatWasLoggedOutHere() {
        String cookie = stored("a");
        Opened slow = repository.open(cookie);
        Opened logout = repository.open(cookie);
        repository.save(logout, cleared(logout));

        assertThat(repository.save(slow, untouched(slow))).isInstanceOf(CookieAction.Withdraw.class);
    }

    @Test
    void whoOnlyReadDoesNotBringAnIdBackThatAChangeHereMissed() {
        String cookie = stored("a");
        Opened slow = repository.open(cookie);
        Opened change = repository.open(cookie);
        logOutElsewhere(cookie);
        repository.save(change, put(change, "b", 1));

        assertThat(repository.save(slow, untouched(slow))).isInstanceOf(CookieAction.Withdraw.class);
    }

    @Test
    void whoOnlyReadDoesNotBringAnIdBackThatALoginHereMissed() {
        String cookie = stored("a");
        Opened slow = repository.open(cookie);
        Opened login = repository.regenerate(repository.open(cookie));
        logOutElsewhere(cookie);
        repository.save(login, put(login, "b", 1));

        assertThat(repository.save(slow, untouched(slow))).isInstanceOf(CookieAction.Withdraw.class);
    }

    @Test
    void aNewIdWhoseRecordTheStoreLostMeanwhileIsNotSent() {
        String cookie = stored("a");
        Opened login = repository.regenerate(repository.open(cookie));
        store.before = () -> {
            putElsewhere(cookie, "theirs", 1);
            store.before = () -> memory.delete("session:" + login.id());
        };

        assertThat(repository.save(login, put(login, "b", 1))).isInstanceOf(CookieAction.Withdraw.class);
        assertThat(repository.open(login.id()).isNew()).isTrue();
    }

    @Test
    void whoCollidesAgainAndAgainGivesUpAndIsTold() {
        String cookie = stored("a", "b");
        Opened writing = repository.open(cookie);
        Opened emptying = repository.open(cookie);
        Opened moving = repository.regenerate(repository.open(cookie));
        removed(emptying, "a");
        othersNeverStopWriting(cookie);
        store.calls.set(0);

        assertThatExceptionOfType(SessionConflictException.class)
                .isThrownBy(() -> repository.save(writing, put(writing, "c", 1)));
        assertThat(store.calls).hasValue(100);
        assertThatExceptionOfType(SessionConflictException.class)
                .isThrownBy(() -> repository.save(emptying, removed(emptying, "b")));
        assertThatExceptionOfType(SessionConflictException.class)
                .isThrownBy(() -> repository.save(moving, put(moving, "c", 1)));
        store.beforeEach = () -> {};
        assertThat(store.onlyKey()).isEqualTo("session:" + cookie);
        assertThat(present(cookie)).containsKey("blind").doesNotContainKey("c");
    }

    @Test
    void whoChangesGivesUpAfterAHundredTriesWithPausesInBetween() {
        String cookie = stored("a");
        Opened opened = repository.open(cookie);
        othersNeverStopWriting(cookie);

        Duration taken = triesInVain(opened, put(opened, "b", 1));

        assertThat(blindWrites).isEqualTo(100);
        assertThat(taken).isGreaterThan(Duration.ofMillis(50));
    }

    @Test
    void whoEmptiesGivesUpAfterAHundredTriesWithPausesInBetween() {
        String cookie = stored("a");
        Opened opened = repository.open(cookie);
        store.beforeEach = () -> write(cookie, "{\"a\":%d}".formatted(++blindWrites));

        Duration taken = triesInVain(opened, removed(opened, "a"));

        assertThat(blindWrites).isEqualTo(100);
        assertThat(taken).isGreaterThan(Duration.ofMillis(50));
    }

    @Test
    void whoLogsInGivesUpAfterAHundredTriesWithPausesInBetween() {
        String cookie = stored("a");
        Opened opened = repository.regenerate(repository.open(cookie));
        othersNeverStopWriting(cookie);

        Duration taken = triesInVain(opened, put(opened, "b", 1));

        // each try is a deletion of the old record and a change of the new one
        assertThat(blindWrites).isEqualTo(200);
        assertThat(taken).isGreaterThan(Duration.ofMillis(50));
    }
}
