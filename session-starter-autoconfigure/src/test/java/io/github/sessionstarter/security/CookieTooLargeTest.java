package io.github.sessionstarter.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sessionstarter.CookieTooLargeException;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/**
 * A browser drops a cookie of more than 4 KiB and says nothing (RFC 6265, section 6.1); the user is logged out and nobody
 * knows why. Here the save fails, whether it comes at the request's end or before, and the browser keeps what it has.
 */
@DisplayName("A session too large for its cookie is an error, and no logout")
@ExtendWith(OutputCaptureExtension.class)
class CookieTooLargeTest {

    private static final Map<ServletContainer, TestServer> failing = new EnumMap<>(ServletContainer.class);
    private static final Map<ServletContainer, TestServer> warning = new EnumMap<>(ServletContainer.class);

    @BeforeAll
    static void start() {
        for (ServletContainer container : ServletContainer.values()) {
            failing.put(container, TestServer.start(container, SecurityApplication.class));
            warning.put(
                    container,
                    TestServer.start(
                            container, SecurityApplication.class, Map.of("session.cookie.on-overflow", "warn")));
        }
    }

    @AfterAll
    static void stop() {
        failing.values().forEach(TestServer::close);
        warning.values().forEach(TestServer::close);
    }

    static Stream<Arguments> saves() {
        return Stream.of(ServletContainer.values())
                .flatMap(container -> Stream.of(Arguments.of(container, false), Arguments.of(container, true)));
    }

    @ParameterizedTest(name = "{0}, before the response is committed by a flush: {1}")
    @MethodSource("saves")
    void theSaveFailsAndTheBrowserKeepsItsCookie(ServletContainer container, boolean flush, CapturedOutput output) {
        Browser browser = failing.get(container).browser();
        browser.get("/login");
        String before = browser.cookieHeader();

        Answer answer = browser.get("/too-large?flush=" + flush);

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.setCookies()).isEmpty();
        assertThat(answer.body()).doesNotContain(SecurityApplication.RANDOM.substring(0, 12));
        assertThat(browser.cookieHeader()).isEqualTo(before);
        assertThat(browser.get("/who").body()).isEqualTo("a user");
        assertThat(output)
                .containsPattern(
                        "The session cookie would be \\d+ characters long, and"
                                + " session\\.cookie\\.max-size allows 4093\\. Its largest keys: largest, middling, precious\\.")
                .doesNotContain(SecurityApplication.RANDOM.substring(0, 12))
                .doesNotContain(SecurityApplication.PRECIOUS);
    }

    @ParameterizedTest
    @EnumSource
    void orItIsSentWithAWarning(ServletContainer container, CapturedOutput output) {
        Answer answer = warning.get(container).browser().get("/too-large?flush=true");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.setCookies()).singleElement().satisfies(cookie -> assertThat(cookie.value())
                .hasSizeGreaterThan(4093));
        assertThat(output)
                .containsOnlyOnce("Its largest keys: largest, middling, small.")
                .doesNotContain(SecurityApplication.RANDOM.substring(0, 12));
    }

    @Test
    void aKeyMakesNoLineOfItsOwn() {
        assertThat(CookieTooLargeException.of(5000, 4093, Map.of("cart\nERROR forged", "")))
                .hasMessageContaining("cart?ERROR forged");
    }
}
