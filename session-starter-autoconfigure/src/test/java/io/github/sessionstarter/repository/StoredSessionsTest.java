package io.github.sessionstarter.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sessionstarter.SessionStoreException;
import io.github.sessionstarter.serialization.Msgpack;
import io.github.sessionstarter.serialization.Pickle;
import io.github.sessionstarter.serialization.PlainJson;
import io.github.sessionstarter.serialization.SessionFormat;
import io.github.sessionstarter.serialization.StoredFormat;
import io.github.sessionstarter.signing.Digest;
import io.github.sessionstarter.signing.KeyDerivation;
import io.github.sessionstarter.signing.SecretKeys;
import io.github.sessionstarter.signing.Signer;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class StoredSessionsTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final Signer SIGNER =
            new Signer(SecretKeys.of("a secret key of the tests"), SessionIds.SALT, KeyDerivation.HMAC, Digest.SHA1);

    private final ObservedStore store = new ObservedStore(new SettableClock(NOW));

    private StoredSessions sessions(boolean hashed, Signer signer) {
        return new StoredSessions(
                store, new StoredFormat(new Msgpack()), new SessionIds("session:", 32, hashed, signer));
    }

    private void stored(String key, SessionFormat format) {
        store.insert(key, format.write(Map.of("a", 1)), Duration.ofMinutes(1));
    }

    static Stream<Arguments> formats() {
        return Stream.of(
                Arguments.of("msgpack", new Msgpack()),
                Arguments.of("json", new PlainJson()),
                Arguments.of("pickle", new Pickle(Pickle.Protocol.BINARY)),
                Arguments.of("pickle", new Pickle(Pickle.Protocol.ASCII)));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void aSessionIsShownWhateverItsFormat(String name, SessionFormat format) {
        stored("session:abc", format);

        StoredSession session = sessions(false, null).find("abc");

        assertThat(session.format()).isEqualTo(name);
        assertThat(session.size()).isEqualTo(format.write(Map.of("a", 1)).length);
        assertThat(session.data()).isEqualTo(Map.of("a", 1));
        assertThat(session.expiry()).isEqualTo(NOW.plus(Duration.ofMinutes(1)));
        assertThat(session.toString()).doesNotContain("a=1").contains(name);
    }

    @Test
    void whatIsInNoFormatHasNeitherFormatNorData() {
        store.insert("session:abc", new byte[] {1, 2, 3}, Duration.ofMinutes(1));

        StoredSession session = sessions(false, null).find("abc");

        assertThat(session.format()).isNull();
        assertThat(session.data()).isNull();
        assertThat(session.size()).isEqualTo(3);
    }

    @Test
    void anIdIsFoundWithItsSignatureAndWithout() {
        stored("session:abc", new Msgpack());

        assertThat(sessions(false, SIGNER).find("abc")).isNotNull();
        assertThat(sessions(false, SIGNER).find(SIGNER.sign("abc"))).isNotNull();
        assertThat(sessions(false, SIGNER).find("abc.forged")).isNull();
    }

    @Test
    void aHashedIdIsFoundByTheIdAndNotByItsHash() {
        SessionIds hashing = new SessionIds("session:", 32, true, null);
        stored(hashing.keyOf("abc"), new Msgpack());

        assertThat(sessions(true, null).find("abc")).isNotNull();
        assertThat(sessions(true, null).find(hashing.keyOf("abc").substring("session:".length())))
                .isNull();
    }

    @Test
    void aDeletedSessionIsGone() {
        stored("session:abc", new Msgpack());
        StoredSessions sessions = sessions(false, null);

        assertThat(sessions.delete("abc")).isTrue();
        assertThat(sessions.delete("abc")).isFalse();
        assertThat(store.size()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a/b", "a:b", "ä"})
    void whatCanBeNoIdIsRefusedAndReachesNoStore(String text) {
        for (Signer signer : new Signer[] {null, SIGNER}) {
            assertThatThrownBy(() -> sessions(false, signer).find(text))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("can be no session's id");
        }
        assertThat(store.calls).hasValue(0);
    }

    @Test
    void aFailureOfTheStoreIsOne() {
        store.failures.set(1);

        assertThatThrownBy(() -> sessions(false, null).find("abc"))
                .isInstanceOf(SessionStoreException.class)
                .hasMessageContaining("the server is away");
    }
}
