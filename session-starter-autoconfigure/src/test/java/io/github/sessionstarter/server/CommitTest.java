package io.github.sessionstarter.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sessionstarter.Opened;
import io.github.sessionstarter.SessionRepository;
import io.github.sessionstarter.server.Browser.Answer;
import io.github.sessionstarter.server.Browser.SetCookie;
import java.util.Arrays;
import java.util.LinkedHashMap;
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

    private static final Map<String, TestServer> servers = new LinkedHashMap<>();

    @BeforeAll
    static void start() {
        for (ServletContainer container : ServletContainer.values()) {
            servers.put(container.name(), TestServer.start(container, CommitApplication.class));
            servers.put(
                    container + " behind a wrapper",
                    TestServer.start(container, CommitApplication.class, Map.of("test.outer-wrapper", "true")));
        }
    }

    @AfterAll
    static void stop() {
        servers.values().forEach(TestServer::close);
    }

    static Stream<Arguments> cases() {
        return servers.keySet().stream().flatMap(server -> paths().map(path -> Arguments.of(server, path)));
    }

    /** All but those that are only there to be forwarded to. */
    private static Stream<String> paths() {
        Stream<String> handlers = Arrays.stream(CommitApplication.class.getDeclaredMethods())
                .map(method -> method.getAnnotation(GetMapping.class))
                .filter(mapping -> mapping != null)
                .map(mapping -> mapping.value()[0])
                .filter(path -> !path.startsWith("/forwarded")
                        && !path.equals("/included")
                        && !path.equals("/short")
                        && !path.equals("/error-page"));
        return Stream.concat(handlers, CommitServlet.PATHS.stream()).sorted();
    }

    private static void assertSaved(String server, String path, Answer answer) {
        List<SetCookie> cookies = answer.setCookies().stream()
                .filter(cookie -> cookie.name().equals("session"))
                .toList();
        assertThat(cookies).as(server + " " + path).hasSize(1);
        Opened opened = servers.get(server)
                .context()
                .getBean(SessionRepository.class)
                .open(cookies.get(0).value());
        assertThat(opened.data()).containsEntry("case", path.substring(1));
        assertThat(answer.vary()).containsOnlyOnce("Cookie");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theCookieIsInTheResponseOnceWithTheData(String server, String path) {
        Answer answer = servers.get(server).browser().get(path);

        assertSaved(server, path, answer);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aHeadRequestIsAnsweredTheSame(String server, String path) {
        Answer answer = servers.get(server).browser().send("HEAD", path, null, "");

        assertSaved(server, path, answer);
    }
}
