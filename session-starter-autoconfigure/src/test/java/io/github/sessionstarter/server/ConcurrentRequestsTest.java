package io.github.sessionstarter.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sessionstarter.SessionStore;
import io.github.sessionstarter.repository.Crowd;
import io.github.sessionstarter.repository.ObservedStore;
import io.github.sessionstarter.server.Browser.Answer;
import io.github.sessionstarter.store.memory.MemorySessionStore;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Fifty requests of one browser at once. */
class ConcurrentRequestsTest {

    private static final int REQUESTS = 50;

    @ParameterizedTest
    @EnumSource
    void eachChangesAKeyAndNoneIsLost(Stores store) {
        try (TestServer server = TestServer.start(ServletContainer.TOMCAT, RaceApplication.class, store.properties());
                Crowd crowd = new Crowd(REQUESTS)) {
            for (int round = 0; round < 5; round++) {
                Browser browser = server.browser();
                browser.get("/put?key=a&value=-1");
                String cookie = browser.cookieHeader();

                List<Answer> answers =
                        crowd.perform(i -> server.browser().getWith(cookie, "/put?key=key%d&value=%d".formatted(i, i)));

                assertThat(answers).extracting(Answer::status).containsOnly(200);
                // theirs, and a, counter and _permanent
                assertThat(browser.get("/size").body()).isEqualTo("" + (REQUESTS + 3));
                assertThat(Integer.parseInt(browser.get("/get?key=counter").body()))
                        .isBetween(0, REQUESTS - 1);
            }
        }
    }

    @Test
    void whoCollidesWithoutEndIsTold() {
        try (TestServer server =
                TestServer.start(ServletContainer.TOMCAT, RestlessApplication.class, Stores.FILESYSTEM.properties())) {
            Browser browser = server.browser();
            browser.get("/put?key=a&value=1");

            Answer answer = browser.get("/put?key=b&value=2");

            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.setCookies()).isEmpty();
            assertThat(browser.get("/get?key=b").body()).isEqualTo("null");
        }
    }

    /** Somebody rewrites the record whenever somebody else wants to. */
    @Configuration(proxyBeanMethods = false)
    @Import(RaceApplication.class)
    static class RestlessApplication {

        @Bean
        SessionStore store() {
            MemorySessionStore memory = new MemorySessionStore(Clock.systemUTC());
            ObservedStore store = new ObservedStore(memory);
            AtomicInteger writes = new AtomicInteger();
            store.beforeEach = () -> {
                String key = store.onlyKey();
                byte[] value =
                        "{\"writes\":%d}".formatted(writes.incrementAndGet()).getBytes(StandardCharsets.US_ASCII);
                memory.delete(key);
                memory.insert(key, value, Duration.ofHours(1));
            };
            return store;
        }
    }
}
