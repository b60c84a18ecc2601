package io.github.sessionstarter.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sessionstarter.server.Browser.Answer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What of Spring MVC keeps something in the HttpSession finds it in the next request, wherever that is handled. */
class HttpSessionUsersTest {

    private static TestServer server;

    @BeforeAll
    static void start() {
        Map<String, String> properties = new HashMap<>(Stores.REDIS.properties());
        properties.put("session.http-session.allowed-types", HttpSessionUsersTest.class.getPackageName());
        properties.put("session.refresh-each-request", "false");
        server = TestServer.start(ServletContainer.TOMCAT, HttpSessionUsersApplication.class, properties);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Browser browser() {
        return server.browser();
    }

    @Test
    void aBeanOfTheSessionsScopeRemembers() {
        Browser browser = browser();

        assertThat(browser.get("/visit").body()).isEqualTo("1");
        assertThat(browser.get("/visit").body()).isEqualTo("2");
        assertThat(browser().get("/visit").body()).isEqualTo("1");
    }

    @Test
    void aModelAttributeOfTheSessionGoesFromPageToPage() {
        Browser browser = browser();

        browser.get("/wizard/first?first=a");

        assertThat(browser.get("/wizard/second?second=b").body()).isEqualTo("a b");
    }

    @Test
    void aFlashAttributeIsThereOnceAfterTheRedirect() {
        Browser browser = browser();
        Answer redirect = browser.get("/save");

        assertThat(redirect.location()).endsWith("/next");
        assertThat(browser.get("/next").body()).isEqualTo("Saved [1, 2]");
        assertThat(browser.get("/next").body()).isEqualTo("null null");
    }

    @Test
    void aRequestThatTakesFlashAttributesAndLeavesOthersHasOneCookieForThem() {
        Browser browser = browser();
        browser.get("/save-for-on");

        Answer on = browser.get("/on");

        assertThat(on.setCookies())
                .filteredOn(cookie -> cookie.name().equals("session_flash"))
                .hasSize(1);
        assertThat(browser.get("/next").body()).isEqualTo("Saved and on null");
    }

    @Test
    void theCookieThatMarksFlashAttributesIsTheSessionsOwnKind() {
        Browser browser = browser();

        var cookie = browser.get("/save").setCookies().stream()
                .filter(set -> set.name().equals("session_flash"))
                .findAny()
                .orElseThrow();
        assertThat(cookie.attributes())
                .isEqualTo(Map.of("Max-Age", "180", "HttpOnly", "", "Path", "/", "SameSite", "Lax"));
        browser.get("/next");

        assertThat(browser.cookie("session_flash")).isNull();
    }

    @Test
    void anUntouchedRequestIsNotAskedForFlashAttributes() {
        Browser browser = browser();
        browser.get("/save");
        browser.get("/next");
        browser.get("/visit");
        Answer[] answer = new Answer[1];

        Map<String, Integer> commands = RedisCommands.during(server, () -> answer[0] = browser.get("/untouched"));

        assertThat(commands).isEmpty();
        assertThat(answer[0].vary()).isEmpty();
    }

    @Test
    void serverSentEventsAreOfTheSession() {
        Browser browser = browser();
        browser.get("/name?value=wd");

        assertThat(browser.get("/events").body()).contains("data:wd");
    }

    @Test
    void aCallableSeesTheSessionInBothForms() {
        Browser browser = browser();
        browser.get("/name?value=wd");

        assertThat(browser.get("/callable").body()).isEqualTo("wd wd");
    }

    @Test
    void aThreadOfTheContainersChangesTheSession() {
        Browser browser = browser();
        browser.get("/name?value=wd");

        browser.get("/raw");

        assertThat(browser.get("/callable").body()).isEqualTo("of the thread of the thread");
    }

    @Test
    void aThreadOfTheApplicationsIsToldThatItHasNoRequest() {
        assertThat(browser().get("/own-thread").body()).contains("No thread-bound request found");
    }

    @Test
    void aWebSocketsHandshakeHandsTheAttributesOver() throws Exception {
        Browser browser = browser();
        browser.get("/name?value=wd");
        CompletableFuture<String> message = new CompletableFuture<>();

        WebSocket socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .header("Cookie", browser.cookieHeader())
                .buildAsync(
                        URI.create("ws://127.0.0.1:"
                                + server.context().getEnvironment().getProperty("local.server.port") + "/socket"),
                        new WebSocket.Listener() {
                            @Override
                            public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
                                message.complete(text.toString());
                                return null;
                            }
                        })
                .get(10, TimeUnit.SECONDS);

        assertThat(message.get(10, TimeUnit.SECONDS)).isEqualTo("wd");
        socket.abort();
    }
}
