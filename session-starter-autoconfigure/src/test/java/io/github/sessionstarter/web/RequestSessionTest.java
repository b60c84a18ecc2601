package io.github.sessionstarter.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sessionstarter.Session;
import jakarta.servlet.http.Cookie;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** When a session is opened and saved; on a repository with ids, as stores have them. */
class RequestSessionTest {

    private final SessionFixture fixture = new SessionFixture();
    private final Session session = fixture.session;

    private void existing(String id) {
        fixture.repository.records.put(id, Map.of("a", 1));
        fixture.request.setCookies(new Cookie("session", id));
    }

    @Test
    void savesOnceHoweverOftenItIsSettled() {
        session.put("a", 1);

        fixture.requestSession.settle();
        fixture.requestSession.settle();
        fixture.requestSession.leave(false);

        assertThat(fixture.repository.saves).hasSize(1);
    }

    @Test
    void savesAgainWhatChangedSinceTheLastSave() {
        session.put("a", 1);
        fixture.requestSession.settle();
        session.put("b", 2);
        fixture.requestSession.leave(false);

        assertThat(fixture.repository.saves).hasSize(2);
        assertThat(fixture.repository.saves.get(1).keys()).containsExactly("b");
        assertThat(fixture.response.getHeaders("Set-Cookie")).hasSize(1);
    }

    @Test
    void isNotSavedWhileTheRequestGoesOnAsynchronously() {
        session.put("a", 1);

        fixture.requestSession.leave(true);

        assertThat(fixture.repository.saves).isEmpty();
    }

    @Test
    void anExistingSessionWithAnIdMayChangeAfterTheCommit() {
        existing("known");
        session.get("a");
        fixture.commit();

        session.put("b", 2);
        fixture.requestSession.leave(false);

        assertThat(fixture.repository.records.get("known")).containsEntry("b", 2);
    }

    @Test
    void aNewSessionMayNotChangeAfterTheCommitBecauseNobodyWouldKnowItsId() {
        fixture.commit();

        assertThatThrownBy(() -> session.put("a", 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("committed");
        assertThat(session).isEmpty();
    }

    @Test
    void aNewSessionThatWasSentInTimeMayChangeAfterTheCommit() {
        session.put("a", 1);
        fixture.commit();

        session.put("b", 2);
        fixture.requestSession.leave(false);

        assertThat(fixture.repository.records.get(session.getId())).containsKeys("a", "b");
    }

    @Test
    void aNewIdCannotBeSentAfterTheCommit() {
        existing("known");
        session.get("a");
        fixture.commit();

        assertThatThrownBy(session::regenerate).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void nothingChangesWhenTheRequestIsOver() {
        existing("known");
        session.get("a");
        fixture.requestSession.leave(false);

        assertThatThrownBy(() -> session.put("b", 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("The request is over");
    }

    @Test
    void theFirstCookieThatNamesASessionCounts() {
        fixture.repository.records.put("second", Map.of("a", 1));
        fixture.request.setCookies(new Cookie("session", "unknown"), new Cookie("session", "second"));

        assertThat(session.getId()).isEqualTo("second");
        assertThat(session.isNew()).isFalse();
    }

    @Test
    void isNewUntilTheEndOfTheRequestThatMadeIt() {
        session.put("a", 1);
        fixture.requestSession.settle();

        assertThat(session.isNew()).isTrue();
    }

    @Test
    void aFailedSaveIsNotTriedAgainOnTheWayToTheErrorPage() {
        session.put("large", "x".repeat(10));
        fixture.repository.failNextSave = true;

        assertThatThrownBy(() -> fixture.requestSession.leave(false)).hasMessage("expected");
        fixture.requestSession.enter();
        fixture.requestSession.leave(false);

        assertThat(fixture.repository.saves).isEmpty();
        assertThat(fixture.response.getHeaders("Set-Cookie")).isEmpty();
    }

    @Test
    void anUntouchedRequestWithoutACookieOpensNothing() {
        fixture.requestSession.leave(false);

        assertThat(fixture.repository.opens).isZero();
    }

    @Test
    void anUntouchedRequestWithACookieOpensItOnceToRefreshIt() {
        existing("known");

        fixture.requestSession.settle();
        fixture.requestSession.leave(false);

        assertThat(fixture.repository.opens).isOne();
        assertThat(session.isAccessed()).isFalse();
    }

    @Test
    void theBeanSaysWhenThereIsNoRequest() {
        CurrentSession bean = new CurrentSession();

        assertThatThrownBy(() -> bean.get("a"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("Working outside of a request");
        assertThat(bean).hasToString("Session of the current request").isEqualTo(bean);
        assertThat(bean.equals(Map.of())).isFalse();
        assertThat(bean.hashCode()).isEqualTo(bean.hashCode());
    }
}
