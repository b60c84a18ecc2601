package io.github.sessionstarter.benchmarks.micro;

import io.github.sessionstarter.SessionRepository;
import io.github.sessionstarter.httpsession.HttpSessionView;
import io.github.sessionstarter.repository.CookieSessionRepository;
import io.github.sessionstarter.repository.SessionIds;
import io.github.sessionstarter.repository.SessionLifetime;
import io.github.sessionstarter.repository.StoreSessionRepository;
import io.github.sessionstarter.serialization.Msgpack;
import io.github.sessionstarter.serialization.StoredFormat;
import io.github.sessionstarter.signing.Digest;
import io.github.sessionstarter.signing.SecretKeys;
import io.github.sessionstarter.store.memory.MemorySessionStore;
import io.github.sessionstarter.web.SessionContext;
import io.github.sessionstarter.web.SessionCookie;
import io.github.sessionstarter.web.SessionFilter;
import io.github.sessionstarter.web.SessionValues;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/** Where sessions are kept: in their cookie, or in a store that is as fast as memory. All else is as by default. */
public enum Kept {
    COOKIE {
        @Override
        SessionRepository repository() {
            return new CookieSessionRepository(
                    SecretKeys.of("8f2c1d7e5b3a49608fd2c4e6a1b3c5d7"), Digest.SHA1, lifetime(false), CLOCK);
        }
    },
    MEMORY {
        @Override
        SessionRepository repository() {
            return new StoreSessionRepository(
                    new MemorySessionStore(CLOCK),
                    new StoredFormat(new Msgpack()),
                    new SessionIds("session:", 32, false, null),
                    lifetime(true),
                    CLOCK);
        }
    };

    private static final Clock CLOCK = Clock.systemUTC();
    private static final Duration LIFETIME = Duration.ofDays(31);
    private static final int MAX_COOKIE_SIZE = 4093;

    private static SessionLifetime lifetime(boolean permanent) {
        return new SessionLifetime(LIFETIME, permanent, true, Duration.ZERO);
    }

    abstract SessionRepository repository();

    SessionFilter filter() {
        SessionRepository repository = repository();
        SessionCookie cookie = new SessionCookie(
                new SessionCookie.Attributes("session", null, "/", true, null, "Lax", false, MAX_COOKIE_SIZE, true));
        SessionContext context =
                new SessionContext(repository, cookie, new SessionValues(new JsonMapper(), repository), true);
        return new SessionFilter(context, HttpSessionView.of(List.of(), Set.of("session"), List::of, LIFETIME, CLOCK));
    }
}
