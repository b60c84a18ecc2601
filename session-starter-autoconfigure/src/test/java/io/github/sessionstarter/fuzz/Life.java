package io.github.sessionstarter.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sessionstarter.Changes;
import io.github.sessionstarter.CookieAction;
import io.github.sessionstarter.Opened;
import io.github.sessionstarter.SessionRepository;
import io.github.sessionstarter.repository.SessionLifetime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;

/** What becomes of a session that was opened. */
final class Life {

    /** When the vectors were recorded. */
    static final Clock CLOCK = Clock.fixed(Instant.ofEpochSecond(1_700_000_000), ZoneOffset.UTC);

    static final SessionLifetime LIFETIME = new SessionLifetime(Duration.ofDays(31), false, true, Duration.ZERO);

    private static final String CHANGED = "changed";

    private Life() {}

    static void assertNewAndEmpty(Opened opened) {
        assertThat(opened.isNew()).isTrue();
        assertThat(opened.data()).isEmpty();
        assertThat(opened.readOnlyReason()).isNull();
    }

    static void change(Opened opened) {
        opened.data().put(CHANGED, 1);
    }

    /** A session that was changed can be saved, and the cookie that comes of it opens it as it was left. */
    static void assertSaved(SessionRepository repository, Opened opened) {
        Map<String, Object> data = opened.data();

        CookieAction action = repository.save(opened, new Changes(data, Set.of(CHANGED), false, true));

        assertThat(action).isInstanceOf(CookieAction.SetValue.class);
        String cookie = ((CookieAction.SetValue) action).value();
        assertThat(cookie).matches("[A-Za-z0-9._-]+");
        Opened again = repository.open(cookie);
        assertThat(again.isNew()).isFalse();
        assertThat(Values.same(again.data(), data)).isTrue();
    }
}
