package io.github.sessionstarter.repository;

import static io.github.sessionstarter.repository.Requests.untouched;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sessionstarter.CookieAction;
import io.github.sessionstarter.Opened;
import org.junit.jupiter.api.Test;

class NullSessionRepositoryTest {

    private final NullSessionRepository repository = new NullSessionRepository("set session.secret-key");

    @Test
    void everySessionIsEmptyAndSaysWhyItCannotBeChanged() {
        Opened opened = repository.open("whatever the browser sent");

        assertThat(opened.data()).isEmpty();
        assertThat(opened.readOnlyReason()).isEqualTo("set session.secret-key");
    }

    @Test
    void theBrowsersCookieIsLeftAsItIs() {
        Opened opened = repository.open("whatever the browser sent");

        assertThat(repository.save(opened, untouched(opened))).isInstanceOf(CookieAction.Keep.class);
    }
}
