package io.github.sessionstarter.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sessionstarter.server.Browser.Answer;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The session in every corner of a Spring MVC application, under the default configuration. */
@ExtendWith(OutputCaptureExtension.class)
class MvcTest {

    private static final Map<ServletContainer, TestServer> servers = new EnumMap<>(ServletContainer.class);

    @BeforeAll
    static void start() {
        for (ServletContainer container : ServletContainer.values()) {
            servers.put(container, TestServer.start(container, MvcApplication.class));
        }
    }

    @AfterAll
    static void stop() {
        servers.values().forEach(TestServer::close);
    }

    private static Browser browser(ServletContainer container) {
        return servers.get(container).browser();
    }

    private static Browser browser() {
        return browser(ServletContainer.TOMCAT);
    }

    @ParameterizedTest
    @EnumSource
    void filtersInterceptorsAdviceAndHandlersShareOneSession(ServletContainer container) {
        Browser browser = browser(container);

        Answer answer = browser.get("/seen-everywhere");

        assertThat(answer.setCookies()).hasSize(1);
        assertThat(browser.get("/keys").body())
                .isEqualTo("advice, filter after, filter before, handler, interceptor after, interceptor before");
    }

    @ParameterizedTest
    @EnumSource
    void aControllerMethodTakesTheSessionAsAnArgument(ServletContainer container) {
        assertThat(browser(container).get("/argument").body()).isEqualTo("true");
    }

    @Test
    void anExceptionHandlerTakesTheSessionAsAnArgument() {
        Browser browser = browser();

        assertThat(browser.get("/throws").body()).isEqualTo("handled");
        assertThat(browser.get("/keys").body()).isEqualTo("exception handler");
    }

    @Test
    void aMapArgumentIsStillTheModel() {
        assertThat(browser().get("/model").body()).isEqualTo("truefalse");
    }

    @Test
    void aFunctionalEndpointUsesIt() {
        Browser browser = browser();

        browser.get("/functional");

        assertThat(browser.get("/keys").body()).isEqualTo("functional");
    }

    @Test
    void aViewReadsSessionAndFlashMessagesAndEscapesAllButMarkup() {
        assertThat(browser().get("/view").body().strip()).isEqualTo("<p>w&lt;d</p><p>a &lt; b</p><p><b>bold</b></p>");
    }

    @Test
    void mapsThatAreInjectedElsewhereAreStillThose() {
        assertThat(browser().get("/maps").body()).isEqualTo("[first] {setting=1}");
    }

    @Test
    void aThreadThatHandlesNoRequestIsToldSo() {
        assertThat(browser().get("/outside").body()).startsWith("Working outside of a request");
    }

    @ParameterizedTest
    @EnumSource
    void aThousandVisitorsWhoOnlyReadGetNoCookie(ServletContainer container) {
        for (int i = 0; i < 1_000; i++) {
            Answer answer = browser(container).get("/get?key=a");

            assertThat(answer.setCookies()).isEmpty();
            assertThat(answer.vary()).containsExactly("Cookie");
        }
    }

    @Test
    void anUntouchedRequestSaysNothingOfTheSession() {
        Browser browser = browser();
        browser.get("/put?key=a&value=b");

        Answer answer = browser.get("/untouched");

        assertThat(answer.setCookies()).isEmpty();
        assertThat(answer.vary()).isEmpty();
    }

    @Test
    void anUntouchedRequestRefreshesAPermanentSession() {
        Browser browser = browser();
        browser.get("/permanent");

        Answer answer = browser.get("/untouched");

        assertThat(answer.setCookies()).hasSize(1);
        assertThat(answer.vary()).containsExactly("Cookie");
    }

    @Test
    void theCookieIsForThisHostHiddenFromScriptsAndLax() {
        Answer answer = browser().get("/put?key=a&value=b");

        assertThat(answer.setCookies().get(0).name()).isEqualTo("session");
        assertThat(answer.setCookies().get(0).attributes())
                .isEqualTo(Map.of("HttpOnly", "", "Path", "/", "SameSite", "Lax"));
    }

    @ParameterizedTest
    @EnumSource
    void aChangeAfterTheCommitThrowsAndSaysWhy(ServletContainer container) {
        Browser browser = browser(container);

        Answer answer = browser.get("/too-late");

        assertThat(answer.body()).startsWith("The response is committed");
        assertThat(browser.get("/keys").body()).isEqualTo("in time");
    }

    @ParameterizedTest
    @EnumSource
    void ofSeveralCookiesTheFirstThatVerifiesCounts(ServletContainer container) {
        Browser browser = browser(container);
        browser.get("/put?key=a&value=first");
        String first = browser.cookie("session");
        browser.get("/put?key=a&value=second");
        String second = browser.cookie("session");

        String header = "session=forged.x.y; session=; session=" + first + "; session=" + second;

        assertThat(browser.getWith(header, "/get?key=a").body()).isEqualTo("first");
    }

    @ParameterizedTest
    @EnumSource
    void aForgedCookieIsANewSessionAndOneWarningWithoutIt(ServletContainer container, CapturedOutput output) {
        Answer answer = browser(container).getWith("session=forged-precious.x.y", "/get?key=a");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("null");
        assertThat(output)
                .containsOnlyOnce("A session cookie was rejected (BAD_SIGNATURE)")
                .doesNotContain("precious");
    }

    @ParameterizedTest
    @EnumSource
    void aSessionTooLargeForItsCookieFailsAndTheBrowserKeepsWhatItHas(ServletContainer container) {
        Browser browser = browser(container);
        browser.get("/put?key=a&value=b");
        String random = new Random(1)
                .ints(5_000, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();

        Answer answer = browser.get("/put?key=large&value=" + random);

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.setCookies()).isEmpty();
        assertThat(browser.get("/keys").body()).isEqualTo("a");
    }

    @ParameterizedTest
    @EnumSource
    void anAsynchronousRequestWhoseSaveFailsEndsAllTheSame(ServletContainer container) {
        Answer answer = browser(container).get("/too-large-asynchronously");

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.setCookies()).isEmpty();
    }

    @Test
    void worksOnVirtualThreads() {
        try (TestServer server = TestServer.start(
                ServletContainer.TOMCAT, MvcApplication.class, Map.of("spring.threads.virtual.enabled", "true"))) {
            Browser browser = server.browser();
            browser.get("/put?key=a&value=b");

            boolean hasVirtualThreads = Runtime.version().feature() >= 21;
            assertThat(browser.get("/thread").body()).isEqualTo("virtual: " + hasVirtualThreads + " b");
        }
    }

    @Test
    void behindAProxyThatEndsHttpsTheCookieIsSecure() {
        try (TestServer server = TestServer.start(
                ServletContainer.TOMCAT,
                MvcApplication.class,
                Map.of("server.forward-headers-strategy", "framework"))) {

            Answer answer = server.browser().getForwarded("/put?key=a&value=b", "https");

            assertThat(answer.setCookies().get(0).attributes()).containsKey("Secure");
        }
    }

    @Test
    void withoutASecretKeyItCanBeReadAndAWriteNamesTheProperty(CapturedOutput output) {
        try (TestServer server =
                TestServer.start(ServletContainer.TOMCAT, MvcApplication.class, Map.of("session.secret-key", ""))) {
            Browser browser = server.browser();

            assertThat(browser.get("/get?key=a").body()).isEqualTo("null");
            assertThat(browser.get("/put?key=a&value=b").status()).isEqualTo(500);
            assertThat(output).contains("Set session.secret-key to a random value");
        }
    }

    @Test
    void withRefreshingOffAnUntouchedRequestLeavesAPermanentSessionAlone() {
        try (TestServer server = TestServer.start(
                ServletContainer.TOMCAT, MvcApplication.class, Map.of("session.refresh-each-request", "false"))) {
            Browser browser = server.browser();
            browser.get("/permanent");

            Answer answer = browser.get("/untouched");

            assertThat(answer.setCookies()).isEmpty();
            assertThat(answer.vary()).isEmpty();
        }
    }
}
