package io.github.sessionstarter.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sessionstarter.Opened;
import io.github.sessionstarter.SessionRepository;
import io.github.sessionstarter.serialization.TaggedJson;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** Sessions in the cookie answer as Flask's own, on each container. */
class CookieConversationTest {

    @TestFactory
    Stream<DynamicTest> answersAsFlaskDoes() {
        return Stream.of(ServletContainer.values())
                .flatMap(container ->
                        new Conversations(container, Map.of(), new PayloadCheck(null)).replay("http_cookie.json"));
    }

    /** The recorded value is the decoded payload. */
    private record PayloadCheck(SessionRepository repository) implements Conversations.CookieCheck {

        @Override
        public Conversations.CookieCheck begin(TestServer server) {
            return new PayloadCheck(server.context().getBean(SessionRepository.class));
        }

        @Override
        public void check(String where, JsonNode expected, String value) {
            Opened opened = repository.open(value);
            assertThat(opened.isNew()).as(where).isFalse();
            assertThat(Conversations.MAPPER.readTree(new TaggedJson().write(opened.data())))
                    .as(where + ", cookie")
                    .isEqualTo(expected);
        }
    }
}
