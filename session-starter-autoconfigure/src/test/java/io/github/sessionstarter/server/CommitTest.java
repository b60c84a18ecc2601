package io.github.sessionstarter.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sessionstarter.Opened;
import io.github.sessionstarter.SessionRepository;
import io.github.sessionstarter.server.Browser.Answer;
import io.github.sessionstarter.server.Browser.SetCookie;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.web.bind.annotation.GetMapping;

/** However a response gets committed, the cookie is in it, once, and in the cookie is what the handler put. */
class CommitTest {

    private static final Map<ServletContainer, TestServer> servers = new EnumMap<>(ServletContainer.class);

    @BeforeAll
    static void start() {
        for (ServletContainer container : ServletContainer.values()) {
            servers.put(container, TestServer.start(container, CommitApplication.class));
        }
    }

    @AfterAll
    static void stop() {
        servers.values().forEach(TestServer::close);
    }

    static Stream<Arguments> cases() {
        return Stream.of(ServletContainer.values()).flatMap(container -> paths().map(p -> Arguments.of(container, p)));
    }

    /** All but those that are only there to be forwarded to. */
    private static Stream<String> paths() {
        return Arrays.stream(CommitApplication.class.getDeclaredMethods())
                .map(method -> method.getAnnotation(GetMapping.class))
                .filter(mapping -> mapping != null)
                .map(mapping -> mapping.value()[0])
                .filter(path -> !path.equals("/forwarded")
                        && !path.equals("/included")
                        && !path.equals("/short")
                        && !path.equals("/error-page"))
                .sorted();
    }

    private static void assertSaved(ServletContainer container, String path, Answer answer) {
        List<SetCookie> cookies = answer.setCookies().stream()
                .filter(cookie -> cookie.name().equals("session"))
                .toList();
        assertThat(cookies).as(container + " " + path).hasSize(1);
        Opened opened = servers.get(container)
                .context()
                .getBean(SessionRepository.class)
                .open(cookies.get(0).value());
        assertThat(opened.data()).containsEntry("case", path.substring(1));
        assertThat(answer.vary()).containsOnlyOnce("Cookie");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theCookieIsInTheResponseOnceWithTheData(ServletContainer container, String path) {
        Answer answer = servers.get(container).browser().get(path);

        assertSaved(container, path, answer);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aHeadRequestIsAnsweredTheSame(ServletContainer container, String path) {
        Answer answer = servers.get(container).browser().send("HEAD", path, null, "");

        assertSaved(container, path, answer);
    }
}
