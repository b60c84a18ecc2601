package io.github.sessionstarter.repository;

import io.github.sessionstarter.Changes;
import io.github.sessionstarter.CookieAction;
import io.github.sessionstarter.CookieTooLargeException;
import io.github.sessionstarter.Opened;
import io.github.sessionstarter.Opened.Rejection;
import io.github.sessionstarter.Session;
import io.github.sessionstarter.SessionRepository;
import io.github.sessionstarter.serialization.TaggedJson;
import io.github.sessionstarter.signing.BadPayloadException;
import io.github.sessionstarter.signing.BadSignatureException;
import io.github.sessionstarter.signing.Digest;
import io.github.sessionstarter.signing.KeyDerivation;
import io.github.sessionstarter.signing.PayloadSerializer;
import io.github.sessionstarter.signing.SecretKeys;
import io.github.sessionstarter.signing.SignatureExpiredException;
import io.github.sessionstarter.signing.Signer;
import io.github.sessionstarter.signing.TimestampSigner;
import io.github.sessionstarter.signing.UrlSafeTimedSerializer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keeps sessions in the cookie, signed so that nobody can change them, readable for whoever holds the cookie; Flask's
 * {@code SecureCookieSessionInterface} ({@code flask/sessions.py}).
 */
public final class CookieSessionRepository implements SessionRepository {

    /** Flask's salt for session cookies. */
    private static final String SALT = "cookie-session";

    /** Browsers keep cookies of about 4 KiB; a cookie that inflates to more than this was made to harm. */
    private static final int MAX_PAYLOAD_SIZE = 1 << 20;

    private final TaggedJson taggedJson = new TaggedJson();
    private final UrlSafeTimedSerializer<Map<String, @Nullable Object>> serializer;
    private final SessionLifetime lifetime;
    private final Clock clock;

    public CookieSessionRepository(SecretKeys keys, Digest digest, SessionLifetime lifetime, Clock clock) {
        Signer signer = new Signer(keys, SALT, KeyDerivation.HMAC, digest);
        this.serializer = new UrlSafeTimedSerializer<>(
                new TaggedJsonPayload(taggedJson), new TimestampSigner(signer, clock), MAX_PAYLOAD_SIZE);
        this.lifetime = lifetime;
        this.clock = clock;
    }

    UrlSafeTimedSerializer<Map<String, @Nullable Object>> serializer() {
        return serializer;
    }

    @Override
    public Opened open(@Nullable String cookieValue) {
        if (cookieValue == null || cookieValue.isEmpty()) {
            return fresh(Opened.fresh());
        }
        try {
            var loaded = serializer.loads(cookieValue, lifetime.lifetime());
            Duration own = SessionLifetime.ownOf(loaded.object());
            return own != null && clock.instant().isAfter(loaded.signedAt().plus(own))
                    ? fresh(Opened.rejected(Rejection.EXPIRED))
                    : Opened.existing(loaded.object()).withMemory(loaded.signedAt());
        } catch (BadSignatureException e) {
            return fresh(Opened.rejected(Rejection.BAD_SIGNATURE));
        } catch (SignatureExpiredException e) {
            return fresh(Opened.rejected(Rejection.EXPIRED));
        } catch (BadPayloadException e) {
            return fresh(Opened.rejected(Rejection.UNREADABLE));
        }
    }

    private Opened fresh(Opened opened) {
        if (lifetime.permanent()) {
            opened.data().put(Session.PERMANENT, true);
        }
        return opened;
    }

    @Override
    public CookieAction save(Opened opened, Changes changes) {
        if (changes.data().isEmpty()) {
            return changes.modified() ? new CookieAction.Delete() : new CookieAction.Keep();
        }
        if (opened.isNew() && !changes.modified()) {
            // permanent by default, and nothing else
            return new CookieAction.Keep();
        }
        Instant now = clock.instant();
        if (!lifetime.shouldSetCookie(changes, (Instant) opened.memory(), now)) {
            return new CookieAction.Keep();
        }
        return new CookieAction.SetValue(serializer.dumps(changes.data()), lifetime.cookieExpiry(changes, now));
    }

    @Override
    public @Nullable String refusal(@Nullable Object value) {
        return taggedJson.refusal(value);
    }

    private record TaggedJsonPayload(TaggedJson taggedJson)
            implements PayloadSerializer<Map<String, @Nullable Object>> {

        @Override
        public byte[] dumps(Map<String, @Nullable Object> data) {
            byte[] payload = taggedJson.write(data);
            if (payload.length > MAX_PAYLOAD_SIZE) {
                // compressed it may still be short, but nobody would inflate it
                throw CookieTooLargeException.ofPayload(payload.length, MAX_PAYLOAD_SIZE, data);
            }
            return payload;
        }

        @Override
        public Map<String, @Nullable Object> loads(byte[] payload) {
            return taggedJson.read(payload);
        }
    }
}
