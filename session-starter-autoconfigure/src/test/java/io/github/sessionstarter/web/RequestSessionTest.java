package io.github.sessionstarter.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.sessionstarter.CookieAction;
import io.github.sessionstarter.Session;
import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

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
        session.put("b", 2);
        assertThat(session.getId()).isEqualTo("known");
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
    void whenSettleReturnsTheSessionIsSavedWhicheverThreadSavesIt() throws InterruptedException {
        CountDownLatch saving = new CountDownLatch(1);
        CountDownLatch other = new CountDownLatch(1);
        List<Integer> cookiesSeen = new CopyOnWriteArrayList<>();
        session.put("a", 1);
        fixture.repository.whileSaving = () -> {
            saving.countDown();
            awaitOrTimeOut(other);
        };
        Thread first = new Thread(fixture.requestSession::settle);
        Thread second = new Thread(() -> {
            fixture.requestSession.settle();
            cookiesSeen.add(fixture.response.getHeaders("Set-Cookie").size());
        });

        first.start();
        saving.await();
        second.start();
        await().until(() -> second.getState() == Thread.State.WAITING || second.getState() == Thread.State.TERMINATED);
        other.countDown();
        first.join();
        second.join();

        assertThat(cookiesSeen).containsExactly(1);
    }

    private static void awaitOrTimeOut(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void aCommitBehindOurBackThatLosesAChangeIsWarnedOf(CapturedOutput output) {
        session.put("precious", 1);
        fixture.response.setCommitted(true);

        fixture.requestSession.leave(false);

        assertThat(output)
                .contains("The response was committed before the session was saved")
                .doesNotContain("precious");
    }

    @Test
    void aLaterKeepLeavesTheCookieThatAnEarlierSaveGave() {
        session.put("a", 1);
        fixture.requestSession.settle();
        fixture.repository.nextAction = new CookieAction.Keep();
        session.put("b", 1);
        fixture.requestSession.leave(false);

        assertThat(fixture.response.getHeaders("Set-Cookie")).hasSize(1);
    }

    @Test
    void aLaterWithdrawalTakesItBack() {
        session.put("a", 1);
        fixture.requestSession.settle();
        fixture.repository.nextAction = new CookieAction.Withdraw();
        session.put("b", 1);
        fixture.requestSession.leave(false);

        assertThat(fixture.response.getHeaders("Set-Cookie")).isEmpty();
    }

    @Test
    void anIdThatTheBrowserWasToldToForgetIsNotWrittenToAfterTheCommit() {
        existing("known");
        fixture.repository.nextAction = new CookieAction.Delete();
        session.clear();
        fixture.commit();

        assertThatThrownBy(() -> session.put("b", 1)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anOpeningThatFailsIsNotTriedAgainForTheErrorPage() {
        existing("known");
        fixture.repository.failOpen = true;

        assertThatThrownBy(() -> fixture.requestSession.leave(false)).hasMessage("expected");
        fixture.requestSession.enter();
        fixture.requestSession.leave(false);

        assertThat(fixture.repository.opens).isOne();
    }

    @Test
    void changesThatWereNotToBeSavedAreSavedWithTheNextOne() {
        session.put("a", 1);
        session.setModified(false);
        fixture.requestSession.settle();
        session.put("b", 2);
        fixture.requestSession.leave(false);

        assertThat(fixture.repository.saves.get(1).keys()).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void nothingIsReadFirstWhenTheRequestIsOver() {
        fixture.requestSession.leave(false);

        assertThatThrownBy(() -> session.get("a")).hasMessageContaining("The request is over");
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
