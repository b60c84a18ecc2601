package io.github.sessionstarter.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.sessionstarter.Opened;
import io.github.sessionstarter.Opened.Rejection;
import io.github.sessionstarter.SessionRepository;
import io.github.sessionstarter.repository.SessionIds;
import io.github.sessionstarter.serialization.Msgpack;
import io.github.sessionstarter.signing.BadSignatureException;
import io.github.sessionstarter.signing.Digest;
import io.github.sessionstarter.signing.KeyDerivation;
import io.github.sessionstarter.signing.PayloadSerializer;
import io.github.sessionstarter.signing.SecretKeys;
import io.github.sessionstarter.signing.Signer;
import io.github.sessionstarter.signing.TimestampSigner;
import io.github.sessionstarter.signing.UrlSafeTimedSerializer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * rack-session took a cookie that it could not decrypt to its unauthenticated decoder instead, so that anybody could write
 * a session without the secret (CVE-2026-39324). Here what no key of ours signed is decoded by nothing, and read as nothing.
 */
@DisplayName("CVE-2026-39324: nothing without our signature is decoded")
class UnauthenticatedDecoderTest {

    private static final String KEY = "a secret key of the tests";
    private static final String SECRET_KEY = "session.secret-key=" + KEY;
    private static final String SIGNED = "session.use-signer=true";
    private static final String JSON = "{\"admin\":true}";

    private static final SessionRepository cookies = Repositories.of(SECRET_KEY);

    private final WatchedStore store = new WatchedStore();

    private static Signer signer(String key, String salt, KeyDerivation derivation, Digest digest) {
        return new Signer(SecretKeys.of(key), salt, derivation, digest);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String timed(Signer signer) {
        byte[] payload = base64(JSON.getBytes(StandardCharsets.UTF_8)).getBytes(StandardCharsets.US_ASCII);
        byte[] signed = new TimestampSigner(signer, Clock.systemUTC()).sign(payload);
        return new String(signed, StandardCharsets.US_ASCII);
    }

    /** What other decoders would take for a session: plain, encoded, pickled, signed by another key, or in another way. */
    static Stream<String> forgedCookies() {
        String payload = base64(JSON.getBytes(StandardCharsets.UTF_8));
        String genuine = timed(signer(KEY, "cookie-session", KeyDerivation.HMAC, Digest.SHA1));
        String withoutSignature = genuine.substring(0, genuine.lastIndexOf('.'));
        Map<String, Object> admin = new HashMap<>(Map.of("admin", true));
        return Stream.of(
                JSON.replace("\"", "%22"),
                payload,
                base64(new Msgpack().write(admin)),
                base64("(dVadmin\nI01\ns.".getBytes(StandardCharsets.US_ASCII)),
                payload + ".",
                payload + "..",
                "." + payload,
                withoutSignature,
                withoutSignature + ".",
                withoutSignature + ".AAAAAAAAAAAAAAAAAAAAAAAAAAA",
                genuine.substring(0, genuine.length() - 2),
                "x" + genuine,
                // none of JWT's algorithms
                base64("{\"alg\":\"none\"}".getBytes(StandardCharsets.US_ASCII)) + "." + payload + ".",
                timed(signer("another key of the tests", "cookie-session", KeyDerivation.HMAC, Digest.SHA1)),
                timed(signer(KEY, "itsdangerous", KeyDerivation.HMAC, Digest.SHA1)),
                timed(signer(KEY, "", KeyDerivation.HMAC, Digest.SHA1)),
                timed(signer(KEY, "cookie-session", KeyDerivation.DJANGO_CONCAT, Digest.SHA1)),
                timed(signer(KEY, "cookie-session", KeyDerivation.HMAC, Digest.SHA256)));
    }

    @ParameterizedTest
    @MethodSource("forgedCookies")
    void aForgedCookieIsAnEmptySession(String cookie) {
        Opened opened = cookies.open(cookie);

        assertThat(opened.rejection()).isEqualTo(Rejection.BAD_SIGNATURE);
        assertThat(opened.data()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("forgedCookies")
    void noDecoderSeesWhatAForgedCookieHolds(String cookie) {
        var serializer = new UrlSafeTimedSerializer<>(
                new NoDecoder(),
                new TimestampSigner(signer(KEY, "cookie-session", KeyDerivation.HMAC, Digest.SHA1), Clock.systemUTC()),
                1 << 20);

        assertThatExceptionOfType(BadSignatureException.class)
                .isThrownBy(() -> serializer.loads(cookie, Duration.ofDays(1)));
    }

    private static final class NoDecoder implements PayloadSerializer<String> {

        @Override
        public byte[] dumps(String object) {
            return object.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public String loads(byte[] payload) {
            throw new AssertionError("A payload without our signature was decoded");
        }
    }

    @Test
    void anUnsignedIdIsNotTakenWhereIdsAreSigned() {
        SessionRepository unsigned = Repositories.on(store, SECRET_KEY);
        SessionRepository signed = Repositories.on(store, SECRET_KEY, SIGNED);
        String id = Repositories.cookie(unsigned, "a", 1);
        store.forget();

        Stream<String> forged = Stream.of(
                id,
                id + ".",
                id + "..",
                "." + id,
                id + ".AAAAAAAAAAAAAAAAAAAAAAAAAAA",
                signer("another key of the tests", SessionIds.SALT, KeyDerivation.HMAC, Digest.SHA1)
                        .sign(id),
                signer(KEY, "cookie-session", KeyDerivation.HMAC, Digest.SHA1).sign(id),
                signer(KEY, SessionIds.SALT, KeyDerivation.HMAC, Digest.SHA512).sign(id));

        assertThat(forged).allSatisfy(cookie -> assertThat(signed.open(cookie).rejection())
                .isEqualTo(Rejection.BAD_SIGNATURE));
        assertThat(store.calls()).isEmpty();
    }

    @Test
    void aSignedIdIsNotTakenAsItStandsWhereIdsAreUnsigned() {
        String cookie = Repositories.cookie(Repositories.on(store, SECRET_KEY, SIGNED), "a", 1);

        assertThat(Repositories.on(store, SECRET_KEY).open(cookie).isNew()).isTrue();
    }

    @Test
    void aSignedIdIsNoCookieSessionAndACookieSessionNoId() {
        SessionRepository signed = Repositories.on(store, SECRET_KEY, SIGNED);
        String ofStore = Repositories.cookie(signed, "a", 1);
        String ofCookies = Repositories.cookie(cookies, "a", 1);
        store.forget();

        assertThat(cookies.open(ofStore).rejection()).isEqualTo(Rejection.BAD_SIGNATURE);
        assertThat(signed.open(ofCookies).rejection()).isEqualTo(Rejection.BAD_SIGNATURE);
        assertThat(store.calls()).isEmpty();
    }

    @Test
    void aCookieSessionIsNoRecord() {
        SessionRepository repository = Repositories.on(store, SECRET_KEY);
        String cookie = Repositories.cookie(cookies, "admin", true);
        store.insert("session:planted", cookie.getBytes(StandardCharsets.US_ASCII), Duration.ofMinutes(1));

        assertThat(repository.open("planted").rejection()).isEqualTo(Rejection.UNREADABLE);
        assertThat(repository.open("planted").data()).doesNotContainKey("admin");
    }
}
