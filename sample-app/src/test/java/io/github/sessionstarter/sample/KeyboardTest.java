package io.github.sessionstarter.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Flaskr without a mouse. */
@RunningFlaskr
@ExtendWith(ChromiumExtension.class)
class KeyboardTest {

    @LocalServerPort
    int port;

    Visitor visitor;
    Accessibility accessibility;

    @BeforeEach
    void come(Chromium chromium) {
        visitor = Visitor.of(chromium, port);
        accessibility = new Accessibility(chromium);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/login", "/session"})
    void tabReachesEveryControlInOrderAndShowsWhereItIs(String path) {
        visitor.logIn("admin", "default");
        visitor.open(path);
        List<String> controls = accessibility.list("controls");

        visitor.run("document.querySelector('.skip').focus()");
        List<String> reached = Stream.iterate(focused(), control -> tab())
                .limit(controls.size())
                .toList();

        assertThat(reached).hasSizeGreaterThan(6).isEqualTo(controls);
    }

    private String tab() {
        visitor.type(Keys.TAB);
        return focused();
    }

    private String focused() {
        return (String) accessibility.ask("focused");
    }

    @Test
    void theFirstTabOffersToSkipToTheContent() {
        visitor.logIn("admin", "default");
        visitor.open("/");

        assertThat(tab()).isEqualTo("a Skip to the content");
        visitor.type(Keys.ENTER);

        assertThat(tab()).isEqualTo("input Title");
    }

    @Test
    void enterLogsInAndPosts() {
        visitor.open("/login");
        visitor.type("admin", Keys.TAB, "default");
        visitor.awaitNextPage(() -> visitor.type(Keys.ENTER));
        assertThat(visitor.text("[role=status]")).isEqualTo("You were logged in");

        visitor.type(Keys.TAB, Keys.ENTER, Keys.TAB, "By keyboard");
        visitor.awaitNextPage(() -> visitor.type(Keys.ENTER));

        assertThat(visitor.text("[role=status]")).isEqualTo("New entry was successfully posted");
        assertThat(visitor.text(".entries li:first-child")).isEqualTo("By keyboard");
    }

    @Test
    void aRefusedLogInPutsTheCursorWhereItIsToBeMended() {
        visitor.logIn("admin", "wrong");

        assertThat(focused()).isEqualTo("input Password");
    }
}
