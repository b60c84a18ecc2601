package io.github.sessionstarter.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sessionstarter.Opened;
import io.github.sessionstarter.SessionRepository;
import io.github.sessionstarter.server.Browser.Answer;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What of Spring Security needs a session, wherever sessions are kept; and what it costs where it needs none. */
class GuardedTest {

    private static final Map<Kept, TestServer> servers = new EnumMap<>(Kept.class);

    @BeforeAll
    static void start() {
        for (Kept kept : Kept.values()) {
            Map<String, String> properties = new HashMap<>(kept.properties());
            properties.put("spring.autoconfigure.exclude", "");
            servers.put(kept, TestServer.start(ServletContainer.TOMCAT, InOneMoment.class, properties));
        }
    }

    @AfterAll
    static void stop() {
        servers.values().forEach(TestServer::close);
    }

    /** Its commands are counted, and a request that takes longer than a second sends one more. */
    @Configuration(proxyBeanMethods = false)
    @Import(GuardedApplication.class)
    static class InOneMoment {

        @Bean
        Clock clock() {
            return Clock.fixed(Instant.now(), ZoneOffset.UTC);
        }
    }

    private static Browser browser(Kept kept) {
        return servers.get(kept).browser();
    }

    private static Answer logIn(Browser browser, Map<String, String> fields) {
        return browser.submit(browser.visit("/login"), "/login", fields);
    }

    private static Browser loggedIn(Kept kept) {
        Browser browser = browser(kept);
        logIn(browser, Map.of("username", "wd", "password", "secret"));
        return browser;
    }

    @ParameterizedTest
    @EnumSource
    void whoLogsInGetsAnotherIdAndTheOldOneIsDead(Kept kept) {
        Browser browser = browser(kept);
        browser.visit("/login");
        String before = browser.cookie("session");

        logIn(browser, Map.of("username", "wd", "password", "secret"));

        assertThat(browser.get("/me").body()).isEqualTo("wd");
        assertThat(browser.cookie("session")).isNotEqualTo(before);
        Opened old =
                servers.get(kept).context().getBean(SessionRepository.class).open(before);
        assertThat(old.isNew()).isEqualTo(kept != Kept.COOKIE);
        assertThat(old.data()).doesNotContainKey("SPRING_SECURITY_CONTEXT");
    }

    @ParameterizedTest
    @EnumSource
    void aPostNeedsTheTokenOfTheSession(Kept kept) {
        Browser browser = loggedIn(kept);
        Answer page = browser.visit("/logout");

        assertThat(browser.post("/post", "{}").status()).isEqualTo(403);
        assertThat(browser.submit(page, "/post", Map.of()).body()).isEqualTo("posted");
    }

    @ParameterizedTest
    @EnumSource
    void whoWantsToBeRememberedIsLoggedInWithoutTheSession(Kept kept) {
        Browser browser = browser(kept);
        logIn(browser, Map.of("username", "wd", "password", "secret", "remember-me", "on"));

        browser.forget("session");

        assertThat(browser.get("/me").body()).isEqualTo("wd");
    }

    @ParameterizedTest
    @EnumSource
    void aRequestThatHadToWaitForTheLogInIsSavedWithoutOurCookies(Kept kept) {
        Browser browser = browser(kept);
        browser.setCookie("theme", "dark");
        browser.visit("/me?page=1");
        String first = browser.cookie("session");

        browser.visit("/me?page=1");

        String saved = servers.get(kept)
                .context()
                .getBean(SessionRepository.class)
                .open(browser.cookie("session"))
                .data()
                .get("SPRING_SECURITY_SAVED_REQUEST")
                .toString();
        assertThat(saved).contains("dark", "theme=dark").doesNotContain(first, "session=");
        assertThat(logIn(browser, Map.of("username", "wd", "password", "secret"))
                        .location())
                .endsWith("/me?page=1&continue");
        assertThat(browser.get("/me?page=1&continue").body()).isEqualTo("wd");
    }

    @Test
    void aCookieDoesNotGrowWithTheRequestsThatWait() {
        Browser browser = browser(Kept.COOKIE);
        SessionRepository repository = servers.get(Kept.COOKIE).context().getBean(SessionRepository.class);
        browser.visit("/me");
        // Spring Security asks for the id of a session that is there already, and so it has one from now on
        browser.visit("/me");
        Map<String, Object> first = repository.open(browser.cookie("session")).data();

        for (int i = 0; i < 5; i++) {
            browser.visit("/me");
        }

        assertThat(repository.open(browser.cookie("session")).data()).isEqualTo(first);
    }

    @ParameterizedTest
    @EnumSource
    void aMethodIsForThoseWhoMayCallIt(Kept kept) {
        assertThat(loggedIn(kept).get("/vault").status()).isEqualTo(403);
    }

    @ParameterizedTest
    @EnumSource
    void whyALogInFailedIsKeptForTheNextPage(Kept kept) {
        Browser browser = browser(kept);

        Answer wrong = logIn(browser, Map.of("username", "wd", "password", "wrong"));
        assertThat(wrong.location()).endsWith("/login?error");
        assertThat(lastFailure(kept, browser)).contains("BadCredentialsException", "Bad credentials");

        logIn(browser, Map.of("username", "away", "password", "secret"));
        assertThat(lastFailure(kept, browser)).contains("DisabledException", "User is disabled");
    }

    private static String lastFailure(Kept kept, Browser browser) {
        return servers.get(kept)
                .context()
                .getBean(SessionRepository.class)
                .open(browser.cookie("session"))
                .data()
                .get("SPRING_SECURITY_LAST_EXCEPTION")
                .toString();
    }

    @ParameterizedTest
    @EnumSource
    void requestsAtTheSameTimeShareTheLogIn(Kept kept) throws Exception {
        Browser browser = loggedIn(kept);
        Callable<String> request =
                () -> browser.movedTo(browser(kept)).get("/me").body();
        ExecutorService threads = Executors.newFixedThreadPool(8);

        for (Future<String> name : threads.invokeAll(Collections.nCopies(40, request))) {
            assertThat(name.get()).isEqualTo("wd");
        }

        threads.shutdown();
    }

    @ParameterizedTest
    @EnumSource
    void aPageThatNeedsNoSessionSaysNothingOfIt(Kept kept) {
        Answer answer = browser(kept).visit("/open");

        assertThat(answer.setCookies()).isEmpty();
        assertThat(answer.vary()).doesNotContain("Cookie");
    }

    @ParameterizedTest
    @EnumSource
    void whoIsLoggedInAndOnlyReadsChangesNothing(Kept kept) {
        Browser browser = loggedIn(kept);
        SessionRepository repository = servers.get(kept).context().getBean(SessionRepository.class);
        Map<String, Object> before = repository.open(browser.cookie("session")).data();

        browser.get("/me");

        assertThat(repository.open(browser.cookie("session")).data()).isEqualTo(before);
    }

    private static Map<String, Integer> commands(Browser browser, String path) {
        return RedisCommands.during(servers.get(Kept.REDIS), () -> browser.get(path));
    }

    @Test
    void aPageThatNeedsNoSessionCostsWhatItCostsWithoutSpringSecurity() {
        assertThat(commands(browser(Kept.REDIS), "/open")).isEmpty();
        assertThat(commands(loggedIn(Kept.REDIS), "/open")).isEqualTo(Map.of("getex", 1));
    }

    @Test
    void aPageForThoseWhoAreLoggedInCostsOneCommand() {
        assertThat(commands(loggedIn(Kept.REDIS), "/me")).isEqualTo(Map.of("getex", 1));
    }

    @Test
    void withRefreshingOffAPageThatNeedsNoSessionCostsNothing() {
        Map<String, String> properties = new HashMap<>(Kept.REDIS.properties());
        properties.put("spring.autoconfigure.exclude", "");
        properties.put("session.refresh-each-request", "false");
        try (TestServer still = TestServer.start(ServletContainer.TOMCAT, InOneMoment.class, properties)) {
            Browser browser = still.browser();
            logIn(browser, Map.of("username", "wd", "password", "secret"));
            List<Answer> answers = new ArrayList<>();

            assertThat(RedisCommands.during(still, () -> answers.add(browser.get("/open"))))
                    .isEmpty();
            assertThat(answers.get(0).vary()).doesNotContain("Cookie");
        }
    }
}
