package io.github.sessionstarter.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sessionstarter.server.Browser.Answer;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A slow request that carries an old id says nothing of the cookie, once a log-in or a logout beside it is done. */
class SlowRequestTest {

    private static final Map<Stores, TestServer> servers = new EnumMap<>(Stores.class);

    @AfterAll
    static void stop() {
        servers.values().forEach(TestServer::close);
    }

    private static TestServer server(Stores store) {
        return servers.computeIfAbsent(
                store, key -> TestServer.start(ServletContainer.TOMCAT, RaceApplication.class, key.properties()));
    }

    static Stream<Arguments> slowRequests() {
        return Stream.of(Stores.values()).flatMap(store -> Stream.of(
                        "read", "write", "clear", "regenerate", "untouched")
                .flatMap(slow -> Stream.of("login", "logout").map(beside -> Arguments.of(store, slow, beside))));
    }

    @ParameterizedTest(name = "{0}: {1} beside a {2}")
    @MethodSource("slowRequests")
    void leavesTheCookieAlone(Stores store, String slow, String beside) throws Exception {
        TestServer server = server(store);
        RaceApplication application = server.context().getBean(RaceApplication.class);
        Browser browser = server.browser();
        browser.get("/put?key=a&value=1");
        String before = browser.cookieHeader();

        application.expectSlowRequest();
        CompletableFuture<Answer> answer =
                CompletableFuture.supplyAsync(() -> server.browser().getWith(before, "/slow/" + slow));
        application.awaitSlowRequest();
        browser.get("/" + beside);
        application.letSlowRequestGoOn();

        assertThat(answer.get(60, TimeUnit.SECONDS).status()).isEqualTo(200);
        assertThat(answer.get().setCookies()).isEmpty();
        assertThat(browser.get("/get?key=user").body()).isEqualTo(beside.equals("login") ? "wd" : "null");
        assertThat(server.browser().getWith(before, "/size").body()).isEqualTo("1");
    }
}
