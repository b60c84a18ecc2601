package io.github.sessionstarter.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sessionstarter.FlashMessage;
import io.github.sessionstarter.FlashMessages;
import io.github.sessionstarter.Markup;
import io.github.sessionstarter.Session;
import io.github.sessionstarter.Tuple;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SessionFlashMessagesTest {

    private final SessionFixture fixture = new SessionFixture();
    private final Session session = fixture.session;
    private final FlashMessages flashMessages = new SessionFlashMessages();

    @BeforeEach
    void bind() {
        SessionBinding.bindToThread(fixture.session);
    }

    @AfterEach
    void unbind() {
        SessionBinding.bindToThread(null);
    }

    @Test
    void liesInTheSessionAsFlaskKeepsIt() {
        flashMessages.add("hello");
        flashMessages.add("error", Markup.of("<b>"));

        assertThat(session.get("_flashes"))
                .isEqualTo(List.of(Tuple.of("message", "hello"), Tuple.of("error", Markup.of("<b>"))));
        assertThat(((List<?>) session.get("_flashes")).get(0)).isInstanceOf(Tuple.class);
    }

    @Test
    void theFirstConsumeFilteredOrNotTakesAllOutOfTheSession() {
        flashMessages.add("a", "1");
        flashMessages.add("b", "2");
        flashMessages.add("a", "3");

        assertThat(flashMessages.consume("a")).extracting(FlashMessage::message).containsExactly("1", "3");
        assertThat(session).doesNotContainKey("_flashes");
        assertThat(flashMessages.consume("b")).extracting(FlashMessage::message).containsExactly("2");
        assertThat(flashMessages.consume()).hasSize(3);
    }

    @Test
    void whatIsAddedAfterTheFirstConsumeIsForTheNextRequest() {
        flashMessages.consume();
        flashMessages.add("late");

        assertThat(flashMessages.consume()).isEmpty();
        assertThat(session).containsKey("_flashes");
    }

    @Test
    void listsAreReadAsTuplesAndWhatIsNeitherIsPassedOver() {
        session.put("_flashes", List.of(List.of("a", "1"), "garbage", List.of(1), List.of(1, 2), Tuple.of("b", "2")));

        assertThat(flashMessages.consume()).extracting(FlashMessage::category).containsExactly("a", "b");
    }

    @Test
    void whatIsNoListIsReplaced() {
        session.put("_flashes", "garbage");

        flashMessages.add("hello");

        assertThat(flashMessages.consume()).hasSize(1);
    }

    @Test
    void consumingNothingChangesNothing() {
        assertThat(flashMessages.consume()).isEmpty();
        assertThat(session.isModified()).isFalse();
        assertThat(session.isAccessed()).isTrue();
    }

    @Test
    void aTextIsEscapedAsHtmlAndMarkupIsNot() {
        flashMessages.add("a", "<i>&\"'");
        flashMessages.add("b", Markup.of("<i>"));

        assertThat(flashMessages.consume())
                .extracting(FlashMessage::html)
                .containsExactly("&lt;i&gt;&amp;&#34;&#39;", "<i>");
        assertThat(flashMessages.consume().get(0).toString()).doesNotContain("<i>");
    }
}
