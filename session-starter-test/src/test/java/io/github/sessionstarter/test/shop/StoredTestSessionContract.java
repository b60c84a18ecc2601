package io.github.sessionstarter.test.shop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What it does besides where sessions lie in a store. */
abstract class StoredTestSessionContract extends TestSessionContract {

    @Test
    void itHasTheSid() {
        session.put("username", "wd");

        assertThat(session.getId()).hasSize(43);
        assertThat(session.getCookieValue()).startsWith(session.getId());
    }

    @Test
    void itTellsWhetherALogInGivesAnotherId() {
        session.put("visits", 3);
        String before = session.getId();

        mvc.post().uri("/login").param("username", "wd").with(session).exchange();

        assertThat(session.getId()).isNotEqualTo(before);
        assertThat(session).containsEntry("visits", 3);
    }

    @Test
    void aTestMayGiveAnotherIdItself() {
        session.put("username", "wd");
        other.setCookieValue(session.getCookieValue());

        session.regenerate();

        assertThat(session).containsEntry("username", "wd");
        assertThat(other.isNew()).isTrue();
    }

    @Test
    void aCookieFromBeforeTheLogoutIsDead() {
        session.put("username", "wd");
        other.setCookieValue(session.getCookieValue());

        mvc.post().uri("/logout").with(session).exchange();

        assertThat(mvc.get().uri("/me").with(other)).hasBodyTextEqualTo("nobody");
    }
}
