package io.github.sessionstarter.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.sessionstarter.Changes;
import io.github.sessionstarter.CookieAction;
import io.github.sessionstarter.CookieTooLargeException;
import io.github.sessionstarter.FlashMessage;
import io.github.sessionstarter.Opened;
import io.github.sessionstarter.SessionConflictException;
import io.github.sessionstarter.SessionRepository;
import io.github.sessionstarter.SessionStore.StoredValue;
import io.github.sessionstarter.actuate.SessionsDescriptor;
import io.github.sessionstarter.autoconfigure.SessionProperties;
import io.github.sessionstarter.repository.AnonymousFallback;
import io.github.sessionstarter.repository.SessionIds;
import io.github.sessionstarter.repository.SessionLifetime;
import io.github.sessionstarter.repository.StoredSession;
import io.github.sessionstarter.signing.Digest;
import io.github.sessionstarter.signing.KeyDerivation;
import io.github.sessionstarter.signing.SecretKeys;
import io.github.sessionstarter.signing.Signer;
import io.github.sessionstarter.signing.TimestampSigner;
import io.github.sessionstarter.signing.UrlSafeTimedSerializer;
import io.github.sessionstarter.web.CurrentSession;
import io.github.sessionstarter.web.SessionContext;
import io.github.sessionstarter.web.SessionCookie;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is logged, put into an exception's message or shown by a debugger is an object's {@code toString}. A record shows
 * all it has unless it is told not to: so every public one is here.
 */
@DisplayName("No toString and no message shows what is secret")
class TextFormTest {

    private static final String SECRET = "precious-7c1e9a04b5d83f26";

    private static Map<String, Object> data() {
        return new HashMap<>(Map.of("k", SECRET));
    }

    static Stream<Object> whatHoldsSecrets() {
        SecretKeys keys = SecretKeys.of(SECRET, List.of(SECRET + "2"));
        Signer signer = new Signer(keys, "salt", KeyDerivation.HMAC, Digest.SHA1);
        SessionProperties properties = new SessionProperties();
        properties.setSecretKey(SECRET);
        properties.setSecretKeyFallbacks(List.of(SECRET));
        SessionRepository cookies = Repositories.of("session.secret-key=" + SECRET);
        byte[] bytes = SECRET.getBytes(StandardCharsets.UTF_8);
        return Stream.of(
                new CurrentSession(),
                Opened.existing(data()).withId(SECRET).withMemory(SECRET),
                new Changes(data(), Set.of("k"), false, true),
                new CookieAction.SetValue(SECRET, Instant.EPOCH),
                new StoredValue(bytes, SECRET, Instant.EPOCH),
                new FlashMessage("category", SECRET),
                new SessionConflictException(3),
                CookieTooLargeException.of(5000, 4093, data()),
                CookieTooLargeException.ofPayload(5000, 4093, data()),
                keys,
                signer,
                new TimestampSigner(signer, Clock.systemUTC()),
                new TimestampSigner.Timestamped(bytes, Instant.EPOCH),
                new UrlSafeTimedSerializer.Loaded<>(SECRET, Instant.EPOCH),
                new SessionIds("session:", 32, false, signer),
                new StoredSession("msgpack", 5, Instant.EPOCH, data()),
                properties,
                cookies,
                new AnonymousFallback(cookies));
    }

    @ParameterizedTest
    @MethodSource("whatHoldsSecrets")
    void itsTextShowsNone(Object holder) {
        assertThat(holder.toString()).doesNotContain(SECRET);
    }

    @Test
    void everyPublicRecordIsAmongThem() {
        Set<String> tested =
                whatHoldsSecrets().map(holder -> holder.getClass().getName()).collect(Collectors.toSet());
        // what holds nothing of a session
        tested.addAll(Stream.of(
                        SessionContext.class,
                        SessionCookie.Attributes.class,
                        SessionLifetime.class,
                        SessionsDescriptor.class,
                        SessionsDescriptor.Store.class,
                        CookieAction.Keep.class,
                        CookieAction.Delete.class,
                        CookieAction.Withdraw.class)
                .map(Class::getName)
                .toList());

        Set<String> records = new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("io.github.sessionstarter")
                        .stream()
                        .filter(type -> type.isRecord() && type.getModifiers().contains(JavaModifier.PUBLIC))
                        .map(JavaClass::getName)
                        .collect(Collectors.toSet());

        assertThat(records).isNotEmpty();
        records.removeAll(tested);
        assertThat(records)
                .containsExactlyInAnyOrder(
                        // they hold nothing, or a StoredValue
                        "io.github.sessionstarter.SessionStore$Outcome$Done",
                        "io.github.sessionstarter.SessionStore$Outcome$Gone",
                        "io.github.sessionstarter.SessionStore$Outcome$Changed");
    }

    @Test
    void aValueThatIsRefusedIsNotInTheMessage() {
        var tooOld = Duration.ofSeconds(1);
        Signer signer = new Signer(SecretKeys.of(SECRET), "salt", KeyDerivation.HMAC, Digest.SHA1);
        TimestampSigner timed = new TimestampSigner(signer, Clock.systemUTC());

        assertThat(catchThrowable(() -> timed.unsign(SECRET.getBytes(StandardCharsets.UTF_8), tooOld)))
                .hasMessageNotContaining(SECRET);
        assertThat(catchThrowable(() -> SecretKeys.parse("hex:" + SECRET))).hasMessageNotContaining(SECRET);
        assertThat(catchThrowable(() -> SecretKeys.parse("base64:*" + SECRET))).hasMessageNotContaining(SECRET);
    }
}
