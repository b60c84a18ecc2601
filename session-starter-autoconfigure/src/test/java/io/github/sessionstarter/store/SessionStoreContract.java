package io.github.sessionstarter.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.sessionstarter.SessionStore;
import io.github.sessionstarter.SessionStore.Outcome;
import io.github.sessionstarter.SessionStore.StoredValue;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What every store promises. A store's test extends this and runs it against the real server; so may the test of a store
 * that is not of this project: the class is published in the jar of kind {@code tests}.
 *
 * <p>Each test takes keys of its own, so that all may share a server, and what is in it.
 */
public abstract class SessionStoreContract {

    private static final Duration LONG = Duration.ofMinutes(10);

    /** The longest that a store may keep what was to live for less than a second, and the test waits for it. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final String key = newKey();

    /** The store, the same one all through a test. */
    protected abstract SessionStore store();

    /** Whether somebody has to call {@link SessionStore#purgeExpired}, because the server does not expire anything. */
    protected abstract boolean purges();

    protected static String newKey() {
        return "session:" + UUID.randomUUID();
    }

    protected static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private StoredValue loaded(String key) {
        StoredValue loaded = store().load(key, null);
        assertThat(loaded).as("the record is there").isNotNull();
        return loaded;
    }

    private StoredValue inserted(String value) {
        assertThat(store().insert(key, bytes(value), LONG)).isTrue();
        return loaded(key);
    }

    private void assertValue(String key, String value) {
        assertThat(loaded(key).value()).isEqualTo(bytes(value));
    }

    private void awaitAbsent(String key) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(() -> store().load(key, null) == null);
    }

    @Test
    void anAbsentRecordIsAbsentToEveryMethod() {
        StoredValue never = new StoredValue(bytes("never"), null, null);

        assertThat(store().load(key, null)).isNull();
        assertThat(store().load(key, LONG)).isNull();
        assertThat(store().replace(key, never, bytes("new"), LONG)).isInstanceOf(Outcome.Gone.class);
        assertThat(store().deleteIfUnchanged(key, never)).isInstanceOf(Outcome.Gone.class);
        assertThat(store().delete(key)).isFalse();
        assertThat(store().touch(key, LONG)).isFalse();
        assertThat(store().load(key, null)).isNull();
    }

    @Test
    void whatIsInsertedIsLoaded() {
        store().insert(key, bytes("value"), LONG);

        assertValue(key, "value");
    }

    @Test
    void aTakenKeyIsNotInsertedAgain() {
        store().insert(key, bytes("first"), LONG);

        assertThat(store().insert(key, bytes("second"), LONG)).isFalse();
        assertValue(key, "first");
    }

    @Test
    void anExpiredRecordIsAbsentToEveryMethodAndItsKeyIsFree() {
        store().insert(key, bytes("value"), LONG);
        StoredValue loaded = loaded(key);
        store().touch(key, Duration.ofMillis(100));
        awaitAbsent(key);

        assertThat(store().replace(key, loaded, bytes("new"), LONG)).isInstanceOf(Outcome.Gone.class);
        assertThat(store().deleteIfUnchanged(key, loaded)).isInstanceOf(Outcome.Gone.class);
        assertThat(store().touch(key, LONG)).isFalse();
        assertThat(store().load(key, LONG)).isNull();
        assertThat(store().delete(key)).isFalse();
        assertThat(store().insert(key, bytes("next"), LONG)).isTrue();
        assertValue(key, "next");
    }

    @Test
    void aTimeToLiveBelowASecondIsNotForever() {
        store().insert(key, bytes("value"), Duration.ofMillis(1));

        awaitAbsent(key);
    }

    @Test
    void aTimeToLiveOfManyYearsIsKept() {
        store().insert(key, bytes("value"), Duration.ofDays(31));
        String forYears = newKey();
        store().insert(forYears, bytes("value"), Duration.ofDays(3650));

        assertValue(key, "value");
        assertValue(forYears, "value");
        store().touch(key, Duration.ofDays(60));
        assertValue(key, "value");
        assertThat(store().replace(forYears, loaded(forYears), bytes("new"), Duration.ofDays(60)))
                .isInstanceOf(Outcome.Done.class);
        assertValue(forYears, "new");
    }

    @Test
    void loadingExtendsALifeWhenAsked() {
        store().insert(key, bytes("value"), Duration.ofSeconds(2));
        String untouched = newKey();
        store().insert(untouched, bytes("value"), Duration.ofSeconds(2));

        StoredValue extended = store().load(key, LONG);

        awaitAbsent(untouched);
        assertThat(extended.value()).isEqualTo(bytes("value"));
        assertValue(key, "value");
    }

    @Test
    void touchingExtendsALife() {
        store().insert(key, bytes("value"), Duration.ofSeconds(2));
        String untouched = newKey();
        store().insert(untouched, bytes("value"), Duration.ofSeconds(2));

        assertThat(store().touch(key, LONG)).isTrue();

        awaitAbsent(untouched);
        assertValue(key, "value");
    }

    @Test
    void replacesWhatIsUnchanged() {
        StoredValue loaded = inserted("old");

        assertThat(store().replace(key, loaded, bytes("new"), LONG)).isInstanceOf(Outcome.Done.class);
        assertValue(key, "new");
    }

    @Test
    void replacingGivesANewTimeToLive() {
        StoredValue loaded = inserted("old");

        store().replace(key, loaded, bytes("new"), Duration.ofMillis(100));

        awaitAbsent(key);
    }

    @Test
    void replacesWhatOnlyLivesLonger() {
        inserted("old");
        StoredValue extended = store().load(key, LONG);

        assertThat(store().replace(key, extended, bytes("new"), LONG)).isInstanceOf(Outcome.Done.class);
        assertValue(key, "new");
    }

    @Test
    void doesNotReplaceWhatSomebodyChangedAndSaysWhatItIs() {
        StoredValue loaded = inserted("old");
        store().replace(key, loaded, bytes("theirs"), LONG);

        Outcome outcome = store().replace(key, loaded, bytes("ours"), LONG);

        assertThat(outcome).isInstanceOf(Outcome.Changed.class);
        StoredValue present = ((Outcome.Changed) outcome).present();
        assertThat(present.value()).isEqualTo(bytes("theirs"));
        assertThat(store().replace(key, present, bytes("ours"), LONG)).isInstanceOf(Outcome.Done.class);
        assertValue(key, "ours");
    }

    @Test
    void doesNotReplaceWhatSomebodyDeleted() {
        StoredValue loaded = inserted("old");
        store().delete(key);

        assertThat(store().replace(key, loaded, bytes("new"), LONG)).isInstanceOf(Outcome.Gone.class);
        assertThat(store().load(key, null)).isNull();
    }

    /** So is one saved twice in a request: nobody knows its version but the store. */
    @Test
    void aRecordWithoutAVersionIsComparedByItsValue() {
        inserted("old");
        StoredValue byValue = new StoredValue(bytes("old"), null, null);
        StoredValue other = new StoredValue(bytes("other"), null, null);

        assertThat(store().replace(key, other, bytes("new"), LONG)).isInstanceOf(Outcome.Changed.class);
        assertThat(store().replace(key, byValue, bytes("new"), LONG)).isInstanceOf(Outcome.Done.class);
        assertThat(store().deleteIfUnchanged(key, byValue)).isInstanceOf(Outcome.Changed.class);
        assertThat(store().deleteIfUnchanged(key, new StoredValue(bytes("new"), null, null)))
                .isInstanceOf(Outcome.Done.class);
    }

    @Test
    void deletesWhatIsUnchanged() {
        StoredValue loaded = inserted("value");

        assertThat(store().deleteIfUnchanged(key, loaded)).isInstanceOf(Outcome.Done.class);
        assertThat(store().load(key, null)).isNull();
    }

    @Test
    void doesNotDeleteWhatSomebodyChangedAndSaysWhatItIs() {
        StoredValue loaded = inserted("old");
        store().replace(key, loaded, bytes("theirs"), LONG);

        Outcome outcome = store().deleteIfUnchanged(key, loaded);

        assertThat(((Outcome.Changed) outcome).present().value()).isEqualTo(bytes("theirs"));
        assertValue(key, "theirs");
    }

    @Test
    void onlyOneDeletionRemovesARecord() {
        inserted("value");

        assertThat(store().delete(key)).isTrue();
        assertThat(store().delete(key)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 255, 4096, 60_000, 1 << 20})
    void keepsEveryByte(int size) {
        byte[] value = new byte[size];
        new Random(size).nextBytes(value);
        byte[] other = value.clone();
        if (size > 0) {
            other[size - 1]++;
        }

        assertThat(store().insert(key, value, LONG)).isTrue();
        StoredValue loaded = loaded(key);
        assertThat(loaded.value()).isEqualTo(value);
        assertThat(store().replace(key, loaded, other, LONG)).isInstanceOf(Outcome.Done.class);
        assertThat(loaded(key).value()).isEqualTo(other);
        assertThat(store().deleteIfUnchanged(key, loaded(key))).isInstanceOf(Outcome.Done.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "k",
                "session:",
                "!\"#$%&'()*+,-./0189:;<=>?@AZ[\\]^_`az{|}~",
                "session:../../etc/passwd",
                "%s%n{0}"
            })
    void keysMayHaveAnyPrintableCharacter(String odd) {
        String unique = odd + UUID.randomUUID();

        assertThat(store().insert(unique, bytes("value"), LONG)).isTrue();
        assertValue(unique, "value");
        assertThat(store().delete(unique)).isTrue();
    }

    @Test
    void keysMayHave250CharactersAndDifferInTheLast() {
        String longest = "k".repeat(249 - 36) + UUID.randomUUID();

        store().insert(longest + "a", bytes("a"), LONG);
        store().insert(longest + "b", bytes("b"), LONG);

        assertValue(longest + "a", "a");
        assertValue(longest + "b", "b");
    }

    @Test
    void keysThatDifferInCaseAreTwo() {
        String unique = newKey();

        store().insert(unique + "a", bytes("a"), LONG);

        assertThat(store().insert(unique + "A", bytes("A"), LONG)).isTrue();
        assertValue(unique + "a", "a");
    }

    @Test
    void ofManyInsertsAtOnceOneSucceeds() throws Exception {
        List<Boolean> results = atOnce(16, i -> store().insert(key, bytes("value" + i), LONG));

        assertThat(results).containsOnlyOnce(true);
    }

    @Test
    void ofManyReplacementsAtOnceOneSucceedsAndTheOthersSeeIt() throws Exception {
        StoredValue loaded = inserted("old");

        List<Outcome> outcomes = atOnce(16, i -> store().replace(key, loaded, bytes("new" + i), LONG));

        assertThat(outcomes).filteredOn(Outcome.Done.class::isInstance).hasSize(1);
        byte[] winner = loaded(key).value();
        assertThat(outcomes)
                .filteredOn(Outcome.Changed.class::isInstance)
                .hasSize(15)
                .allSatisfy(outcome -> assertThat(
                                ((Outcome.Changed) outcome).present().value())
                        .isEqualTo(winner));
    }

    @Test
    void ofManyDeletionsAtOnceOneRemovesTheRecord() throws Exception {
        inserted("value");

        assertThat(atOnce(16, i -> store().delete(key))).containsOnlyOnce(true);
    }

    @Test
    void purgingRemovesWhatIsOverInBatchesAndNothingElse() {
        while (store().purgeExpired(1000) > 0) {
            // what other tests left
        }
        inserted("stays");
        List<String> over = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            over.add(newKey());
            store().insert(over.get(i), bytes("goes"), Duration.ofMillis(1));
        }
        over.forEach(this::awaitAbsent);

        int first = store().purgeExpired(3);
        int second = store().purgeExpired(3);

        assertThat(List.of(first, second)).isEqualTo(purges() ? List.of(3, 2) : List.of(0, 0));
        assertThat(store().purgeExpired(3)).isZero();
        assertValue(key, "stays");
    }

    /** What a thread does; its argument is its number. */
    protected interface Action<T> {

        T perform(int number);
    }

    protected static <T> List<T> atOnce(int threads, Action<T> action) throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<T>> calls = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                int number = i;
                calls.add(() -> action.perform(number));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> result : executor.invokeAll(calls)) {
                results.add(result.get());
            }
            return results;
        } finally {
            executor.shutdownNow();
        }
    }
}
