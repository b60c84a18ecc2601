package io.github.sessionstarter.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sessionstarter.server.Browser;
import io.github.sessionstarter.server.Browser.Answer;
import io.github.sessionstarter.server.ServletContainer;
import io.github.sessionstarter.server.TestServer;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Flask sent no {@code Vary: Cookie} where a permanent session was merely refreshed (CVE-2023-30861), nor where only the
 * keys of a session were looked at (CVE-2026-27205), and a shared cache gave one visitor's answer, or cookie, to the next.
 * Here every answer that depends on the session, or sets its cookie, says so.
 */
@DisplayName("CVE-2023-30861, CVE-2026-27205: caches are told what depends on the cookie")
class VaryCookieTest {

    private static final Map<ServletContainer, TestServer> servers = new EnumMap<>(ServletContainer.class);

    @BeforeAll
    static void start() {
        for (ServletContainer container : ServletContainer.values()) {
            servers.put(container, TestServer.start(container, SecurityApplication.class));
        }
    }

    @AfterAll
    static void stop() {
        servers.values().forEach(TestServer::close);
    }

    private static Browser browser(ServletContainer container) {
        return servers.get(container).browser();
    }

    static Stream<Arguments> reads() {
        return Stream.of(ServletContainer.values()).flatMap(container -> SecurityApplication.READS.keySet().stream()
                .map(read -> Arguments.of(container, read)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("reads")
    void everyMannerOfReadingVariesByCookie(ServletContainer container, String read) {
        Answer answer = browser(container).get("/read?how=" + read.replace(" ", "%20"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.setCookies()).isEmpty();
        assertThat(answer.vary()).containsExactly("Cookie");
    }

    static Stream<Arguments> questions() {
        return Stream.of(ServletContainer.values()).flatMap(container -> SecurityApplication.QUESTIONS.keySet().stream()
                .map(question -> Arguments.of(container, question)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("questions")
    void whoeverAsksForTheCookieVariesByIt(ServletContainer container, String question) {
        Answer answer = browser(container).get("/ask?what=" + question.replace(" ", "%20"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.vary()).containsExactly("Cookie");
    }

    static Stream<Arguments> statuses() {
        return Stream.of(ServletContainer.values())
                .flatMap(container -> Stream.of(
                        Arguments.of(container, "/empty", 204),
                        Arguments.of(container, "/redirect?status=301", 301),
                        Arguments.of(container, "/redirect?status=302", 302),
                        Arguments.of(container, "/redirect?status=303", 303),
                        Arguments.of(container, "/redirect?status=307", 307),
                        Arguments.of(container, "/not-modified", 304),
                        Arguments.of(container, "/send-error", 404),
                        Arguments.of(container, "/exception", 500)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("statuses")
    void everyStatusVariesByCookie(ServletContainer container, String path, int status) {
        Answer answer = browser(container).get(path);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.vary()).containsExactly("Cookie");
    }

    @ParameterizedTest
    @EnumSource
    void aMereRefreshVariesByCookie(ServletContainer container) {
        Browser browser = browser(container);
        browser.get("/permanent");

        Answer answer = browser.get("/untouched");

        assertThat(answer.setCookies()).hasSize(1);
        assertThat(answer.vary()).containsExactly("Cookie");
    }

    @ParameterizedTest
    @EnumSource
    void aMereRefreshOfAnErrorVariesByCookie(ServletContainer container) {
        Browser browser = browser(container);
        browser.get("/permanent");

        Answer answer = browser.get("/there-is-no-such-page");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.setCookies()).hasSize(1);
        assertThat(answer.vary()).containsExactly("Cookie");
    }

    @ParameterizedTest
    @EnumSource
    void aDeletedCookieVariesByCookie(ServletContainer container) {
        Browser browser = browser(container);
        browser.get("/login");

        Answer answer = browser.get("/logout");

        assertThat(answer.setCookies()).singleElement().matches(Browser.SetCookie::deletes);
        assertThat(answer.vary()).containsExactly("Cookie");
    }

    @ParameterizedTest
    @EnumSource
    void whatDoesNotDependOnTheSessionDoesNotVary(ServletContainer container) {
        Browser browser = browser(container);
        browser.get("/login");

        assertThat(browser.get("/untouched").vary()).isEmpty();
    }
}
