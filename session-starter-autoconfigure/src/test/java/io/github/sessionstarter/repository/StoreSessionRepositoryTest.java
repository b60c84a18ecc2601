package io.github.sessionstarter.repository;

import static io.github.sessionstarter.repository.Requests.cleared;
import static io.github.sessionstarter.repository.Requests.put;
import static io.github.sessionstarter.repository.Requests.removed;
import static io.github.sessionstarter.repository.Requests.untouched;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.github.sessionstarter.CookieAction;
import io.github.sessionstarter.Opened;
import io.github.sessionstarter.Opened.Rejection;
import io.github.sessionstarter.Session;
import io.github.sessionstarter.serialization.TaggedJson;
import io.github.sessionstarter.signing.Digest;
import io.github.sessionstarter.signing.KeyDerivation;
import io.github.sessionstarter.signing.SecretKeys;
import io.github.sessionstarter.signing.Signer;
import io.github.sessionstarter.store.memory.MemorySessionStore;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoreSessionRepositoryTest {

    private static final Duration LIFETIME = Duration.ofHours(1);

    private final Clock clock = Clock.fixed(Instant.parse("2023-11-14T22:13:20Z"), ZoneOffset.UTC);
    private final MemorySessionStore memory = new MemorySessionStore(clock);
    private final ObservedStore store = new ObservedStore(memory);
    private final StoreSessionRepository repository = repository(true, null);

    private StoreSessionRepository repository(boolean permanent, @Nullable Signer signer) {
        return repository(permanent, signer, clock);
    }

    private StoreSessionRepository repository(boolean permanent, @Nullable Signer signer, Clock clock) {
        return new StoreSessionRepository(
                store,
                new TaggedJson(),
                new SessionIds("session:", 32, false, signer),
                new SessionLifetime(LIFETIME, permanent, true, Duration.ZERO),
                clock);
    }

    /** The cookie of a stored session with these keys. */
    private String stored(String... keys) {
        Opened opened = repository.open(null);
        CookieAction action = null;
        for (String key : keys) {
            action = repository.save(opened, put(opened, key, key));
        }
        return ((CookieAction.SetValue) action).value();
    }

    private Map<String, @Nullable Object> present(String cookie) {
        Opened opened = repository.open(cookie);
        assertThat(opened.isNew()).isFalse();
        return opened.data();
    }

    @Test
    void aNewSessionHasAnIdAndNoRecordUntilSomethingIsInIt() {
        Opened opened = repository.open(null);

        assertThat(opened.id()).matches("[A-Za-z0-9_-]{43}");
        assertThat(opened.data()).containsOnly(entry(Session.PERMANENT, true));
        assertThat(repository.save(opened, untouched(opened))).isInstanceOf(CookieAction.Keep.class);
        assertThat(store.calls).hasValue(0);
    }

    @Test
    void whatIsSavedIsOpenedUnderItsId() {
        String cookie = stored("a");

        Opened opened = repository.open(cookie);

        assertThat(opened.isNew()).isFalse();
        assertThat(opened.id()).isEqualTo(cookie);
        assertThat(opened.data()).containsEntry("a", "a");
        assertThat(store.onlyKey()).isEqualTo("session:" + cookie);
    }

    @Test
    void commandsAreCounted() {
        String cookie = stored("a");
        store.calls.set(0);

        Opened opened = repository.open(cookie);
        repository.save(opened, untouched(opened));
        assertThat(store.calls).hasValue(1);

        repository.save(opened, put(opened, "b", 1));
        assertThat(store.calls).hasValue(2);
    }

    @Test
    void withinTheIntervalASessionIsNotRefreshedAgain() {
        StoreSessionRepository patient = new StoreSessionRepository(
                store,
                new TaggedJson(),
                new SessionIds("session:", 32, false, null),
                new SessionLifetime(LIFETIME, true, true, Duration.ofMinutes(5)),
                clock);
        String cookie = stored("a");

        Opened first = patient.open(cookie);
        Opened second = patient.open(cookie);

        assertThat(patient.save(first, untouched(first))).isInstanceOf(CookieAction.SetValue.class);
        assertThat(patient.save(second, untouched(second))).isInstanceOf(CookieAction.Keep.class);
    }

    @Test
    void regeneratingTakesFourCommandsAtMost() {
        String cookie = stored("a");
        store.calls.set(0);

        Opened opened = repository.regenerate(repository.open(cookie));
        repository.save(opened, put(opened, "b", 1));

        assertThat(store.calls).hasValueLessThanOrEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown", "../../etc/passwd", "a b", "a\nb", "é", "a;b", "a%00"})
    void anIdThatNamesNothingIsNeverAdopted(String cookie) {
        Opened opened = repository.open(cookie);

        assertThat(opened.isNew()).isTrue();
        assertThat(opened.id()).isNotEqualTo(cookie);
        assertThat(opened.rejection()).isEqualTo(Rejection.UNKNOWN);
    }

    @Test
    void anImplausibleIdNeverReachesTheStore() {
        repository.open("../../etc/passwd");
        repository.open("a".repeat(251));

        assertThat(store.calls).hasValue(0);
    }

    @Test
    void aRecordThatHoldsOnlyWhetherItIsPermanentProvesNothing() {
        store.insert("session:planted", "{\"_permanent\":true}".getBytes(StandardCharsets.UTF_8), LIFETIME);

        assertThat(repository.open("planted").isNew()).isTrue();
    }

    @Test
    void anUnreadableRecordIsANewSessionAndStaysWhereItIs() {
        store.insert("session:id", "garbage".getBytes(StandardCharsets.UTF_8), LIFETIME);

        Opened opened = repository.open("id");
        repository.save(opened, put(opened, "a", 1));

        assertThat(opened.rejection()).isEqualTo(Rejection.UNREADABLE);
        assertThat(opened.id()).isNotEqualTo("id");
        assertThat(store.load("session:id", null).value())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("garbage");
    }

    @Test
    void signedIdsAreVerified() {
        Signer signer = new Signer(SecretKeys.of("key"), SessionIds.SALT, KeyDerivation.HMAC, Digest.SHA1);
        StoreSessionRepository signing = repository(true, signer);
        Opened opened = signing.open(null);

        CookieAction action = signing.save(opened, put(opened, "a", 1));
        String cookie = ((CookieAction.SetValue) action).value();

        assertThat(cookie).startsWith(opened.id() + ".");
        assertThat(signing.open(cookie).isNew()).isFalse();
        assertThat(signing.open(opened.id()).rejection()).isEqualTo(Rejection.BAD_SIGNATURE);
    }

    @Test
    void aSessionThatWasEmptiedIsDeletedWithItsCookie() {
        String cookie = stored("a");
        Opened opened = repository.open(cookie);

        assertThat(repository.save(opened, cleared(opened))).isInstanceOf(CookieAction.Delete.class);
        assertThat(store.size()).isZero();
    }

    @Test
    void aNewIdThatWasNeverStoredIsNotSent() {
        Opened opened = repository.regenerate(repository.open(stored("a")));

        assertThat(repository.save(opened, untouched(opened))).isInstanceOf(CookieAction.Keep.class);
    }

    @Test
    void aLogoutElsewhereWins() {
        String cookie = stored("a");
        Opened opened = repository.open(cookie);
        Opened other = repository.open(cookie);
        repository.save(other, cleared(other));

        assertThat(repository.save(opened, put(opened, "b", 1))).isInstanceOf(CookieAction.Withdraw.class);
        assertThat(repository.save(opened, put(opened, "c", 1))).isInstanceOf(CookieAction.Withdraw.class);
        assertThat(store.size()).isZero();
    }

    @Test
    void onlyTheRequestThatEmptiedASessionDeletesItsCookie() {
        String cookie = stored("a");
        Opened first = repository.open(cookie);
        Opened second = repository.open(cookie);

        assertThat(repository.save(first, cleared(first))).isInstanceOf(CookieAction.Delete.class);
        assertThat(repository.save(second, cleared(second))).isInstanceOf(CookieAction.Withdraw.class);
    }

    @Test
    void regeneratingKeepsTheDataAndTheOldIdIsDead() {
        String cookie = stored("a");

        Opened opened = repository.regenerate(repository.open(cookie));
        CookieAction action = repository.save(opened, put(opened, "b", 1));

        String next = ((CookieAction.SetValue) action).value();
        assertThat(next).isNotEqualTo(cookie);
        assertThat(present(next)).containsKeys("a", "b");
        assertThat(repository.open(cookie).isNew()).isTrue();
        assertThat(store.size()).isOne();
    }

    @Test
    void regeneratingTakesAlongWhatOthersPutInMeanwhile() {
        String cookie = stored("a");
        Opened opened = repository.regenerate(repository.open(cookie));
        store.before = () -> {
            Opened other = repository.open(cookie);
            repository.save(other, put(other, "theirs", 1));
        };

        CookieAction action = repository.save(opened, put(opened, "b", 1));

        assertThat(present(((CookieAction.SetValue) action).value())).containsKeys("a", "b", "theirs");
        assertThat(repository.open(cookie).isNew()).isTrue();
        assertThat(store.size()).isOne();
    }

    @Test
    void aLogoutElsewhereWinsOverARegeneration() {
        String cookie = stored("a");
        Opened opened = repository.regenerate(repository.open(cookie));
        store.before = () -> {
            Opened other = repository.open(cookie);
            repository.save(other, cleared(other));
        };

        assertThat(repository.save(opened, put(opened, "b", 1))).isInstanceOf(CookieAction.Withdraw.class);
        assertThat(store.size()).isZero();
    }

    @Test
    void aSessionThatWasEmptiedAndFilledInOneRequestLives() {
        String cookie = stored("a");
        Opened opened = repository.open(cookie);
        repository.save(opened, cleared(opened));

        CookieAction action = repository.save(opened, put(opened, "b", 1));

        assertThat(present(((CookieAction.SetValue) action).value()))
                .containsKey("b")
                .doesNotContainKey("a");
    }

    @Test
    void aSessionThatIsNotPermanentGetsABrowserSessionCookie() {
        StoreSessionRepository plain = repository(false, null);
        Opened opened = plain.open(null);

        CookieAction action = plain.save(opened, put(opened, "a", 1));

        assertThat(((CookieAction.SetValue) action).expires()).isNull();
        assertThat(opened.data()).doesNotContainKey(Session.PERMANENT);
    }

    @Test
    void ofTwoRequestsThatChangeOneListTheLatersIsKeptWhole() {
        String cookie = stored("a");
        Opened first = repository.open(cookie);
        repository.save(first, put(first, "cart", new ArrayList<>(List.of(1))));
        Opened opened = repository.open(cookie);
        store.before = () -> {
            Opened other = repository.open(cookie);
            repository.save(other, put(other, "cart", new ArrayList<>(List.of(1, 2))));
        };

        repository.save(opened, put(opened, "cart", new ArrayList<>(List.of(1, 3))));

        assertThat(present(cookie)).containsEntry("cart", List.of(1, 3)).containsEntry("a", "a");
    }

    @Test
    void anOldIdIsDeadEvenWhereNothingIsLeftToCarryOver() {
        String cookie = stored("a", "b");
        Opened opened = repository.regenerate(repository.open(cookie));
        store.before = () -> {
            Opened other = repository.open(cookie);
            repository.save(other, removed(other, "b"));
        };

        assertThat(repository.save(opened, removed(opened, "a"))).isInstanceOf(CookieAction.Delete.class);
        assertThat(store.size()).isZero();
    }

    @Test
    void whoOnlyReadDoesNotBringAnIdBackThatALoginReplaced() {
        String cookie = stored("a");
        Opened slow = repository.open(cookie);
        Opened login = repository.regenerate(repository.open(cookie));
        repository.save(login, put(login, "b", 1));

        assertThat(repository.save(slow, untouched(slow))).isInstanceOf(CookieAction.Withdraw.class);
    }

    @Test
    void whoOnlyReadForLongAsksWhetherALoginElsewhereReplacedTheId() {
        SettableClock time = new SettableClock(clock.instant());
        StoreSessionRepository slowNode = repository(true, null, time);
        String cookie = stored("a", "b");
        Opened slow = slowNode.open(cookie);
        Opened slower = slowNode.open(cookie);
        time.advance(Duration.ofSeconds(1));

        CookieAction before = slowNode.save(slow, untouched(slow));
        Opened login = repository.regenerate(repository.open(cookie));
        repository.save(login, put(login, "b", 1));

        assertThat(before).isInstanceOf(CookieAction.SetValue.class);
        assertThat(slowNode.save(slower, untouched(slower))).isInstanceOf(CookieAction.Withdraw.class);
    }

    @Test
    void whoOnlyReadIsServedWhereTheStoreFailsMeanwhile() {
        SettableClock time = new SettableClock(clock.instant());
        StoreSessionRepository slowNode = repository(true, null, time);
        Opened slow = slowNode.open(stored("a"));
        time.advance(Duration.ofSeconds(1));
        store.failures.set(1);

        assertThat(slowNode.save(slow, untouched(slow))).isInstanceOf(CookieAction.Withdraw.class);
    }

    @Test
    void whoReadsASessionProlongsIt() {
        store.insert("session:id", "{\"a\":1}".getBytes(StandardCharsets.UTF_8), Duration.ofMinutes(1));

        repository.open("id");

        assertThat(memory.load("session:id", null).expiry())
                .isEqualTo(clock.instant().plus(LIFETIME));
    }

    @Test
    void whereRequestsDoNotRefreshWhoReadsASessionDoesNotProlongIt() {
        StoreSessionRepository unrefreshing = new StoreSessionRepository(
                store,
                new TaggedJson(),
                new SessionIds("session:", 32, false, null),
                new SessionLifetime(LIFETIME, true, false, Duration.ZERO),
                clock);
        store.insert("session:id", "{\"a\":1}".getBytes(StandardCharsets.UTF_8), Duration.ofMinutes(1));

        unrefreshing.open("id");

        assertThat(memory.load("session:id", null).expiry())
                .isEqualTo(clock.instant().plus(Duration.ofMinutes(1)));
    }

    @Test
    void anEmptyCookieIsNone() {
        Opened opened = repository.open("");

        assertThat(opened.isNew()).isTrue();
        assertThat(opened.rejection()).isNull();
    }

    @Test
    void whatTheFormatCannotCarryIsRefusedInItsWords() {
        assertThat(repository.refusal(Instant.MAX)).isEqualTo("an HTTP date has a year from 1000 to 9999");
        assertThat(repository.refusal("text")).isNull();
    }
}
