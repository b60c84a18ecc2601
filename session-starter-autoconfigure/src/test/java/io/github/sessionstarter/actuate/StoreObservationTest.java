package io.github.sessionstarter.actuate;

import static io.micrometer.observation.tck.TestObservationRegistryAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.sessionstarter.server.Browser;
import io.github.sessionstarter.server.ServletContainer;
import io.github.sessionstarter.server.Stores;
import io.github.sessionstarter.server.TestServer;
import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.tck.TestObservationRegistry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What is observed of the calls of a store. */
class StoreObservationTest {

    @Configuration(proxyBeanMethods = false)
    @Import(OperatedApplication.class)
    static class Observed {

        @Bean
        TestObservationRegistry observationRegistry() {
            return TestObservationRegistry.create();
        }

        @Bean
        Recorder recorder() {
            return new Recorder();
        }
    }

    /** All that was observed, in order. */
    static final class Recorder implements ObservationHandler<Observation.Context> {

        private final Queue<Observation.Context> contexts = new ConcurrentLinkedQueue<>();

        @Override
        public void onStop(Observation.Context context) {
            contexts.add(context);
        }

        @Override
        public boolean supportsContext(Observation.Context context) {
            return true;
        }
    }

    @Configuration(proxyBeanMethods = false)
    @Import({Observed.class, FailingStore.Application.class})
    static class ObservedFailure {}

    @Configuration(proxyBeanMethods = false)
    @Import(Observed.class)
    static class OwnConvention {

        @Bean
        SessionStoreObservationConvention convention() {
            return new DefaultSessionStoreObservationConvention() {
                @Override
                public String getName() {
                    return "shop.sessions";
                }

                @Override
                public KeyValues getLowCardinalityKeyValues(SessionStoreObservationContext context) {
                    return super.getLowCardinalityKeyValues(context).and("shop", "books");
                }
            };
        }
    }

    private static TestServer start(Class<?> application, Map<String, String> properties) {
        return TestServer.start(ServletContainer.TOMCAT, application, properties);
    }

    private static List<String> observed(TestServer server, String name) {
        return server.context().getBean(Recorder.class).contexts.stream()
                .filter(context -> context.getName().equals(name))
                .map(StoreObservationTest::values)
                .toList();
    }

    private static String values(Observation.Context context) {
        return context.getLowCardinalityKeyValues().stream()
                .map(KeyValue::getValue)
                .reduce((first, second) -> first + " " + second)
                .orElse("");
    }

    /** Of a key's values, which are in the order of the keys' names: operation, outcome, type. */
    @Test
    void eachCallIsObserved() {
        try (TestServer server = start(Observed.class, Stores.REDIS.properties())) {
            Browser browser = server.browser();
            browser.get("/put?key=a&value=b");
            browser.get("/put?key=a&value=c");
            browser.get("/regenerate");
            Browser late = server.browser();
            late.setCookie("session", browser.cookie("session"));
            browser.get("/clear");
            late.get("/get?key=a");

            assertThat(observed(server, "session.store"))
                    .containsExactly(
                            "insert done redis",
                            "load done redis",
                            "replace done redis",
                            "load done redis",
                            "insert done redis",
                            "delete_if_unchanged done redis",
                            "load done redis",
                            "delete done redis",
                            "load gone redis");
        }
    }

    @Test
    void anObservationBelongsToItsRequestAndNamesNoSession() {
        try (TestServer server = start(Observed.class, Stores.REDIS.properties())) {
            Browser browser = server.browser();
            browser.get("/put?key=a&value=b");
            browser.get("/get?key=a");

            TestObservationRegistry registry = server.context().getBean(TestObservationRegistry.class);
            assertThat(registry)
                    .hasObservationWithNameEqualTo("session.store")
                    .that()
                    .hasContextualNameEqualTo("session-store insert")
                    .hasBeenStarted()
                    .hasBeenStopped()
                    .hasParentObservation();
            assertThat(server.context().getBean(Recorder.class).contexts)
                    .isNotEmpty()
                    .noneMatch(context -> context.toString().contains(browser.cookie("session")));
        }
    }

    @Test
    void anErrorIsRecorded() {
        try (TestServer server = start(ObservedFailure.class, Map.of())) {
            Browser browser = server.browser();
            browser.setCookie("session", "abc");

            assertThat(browser.get("/get?key=a").status()).isEqualTo(503);

            assertThat(observed(server, "session.store")).containsExactly("load error custom");
            assertThat(server.context().getBean(TestObservationRegistry.class))
                    .hasObservationWithNameEqualTo("session.store")
                    .that()
                    .hasError()
                    .assertThatError()
                    .hasMessage("the server is away");
        }
    }

    @Test
    void theConventionCanBeReplaced() {
        try (TestServer server = start(OwnConvention.class, Stores.REDIS.properties())) {
            server.browser().get("/put?key=a&value=b");

            assertThat(observed(server, "session.store")).isEmpty();
            assertThat(observed(server, "shop.sessions")).containsExactly("insert done books redis");
        }
    }

    @Test
    void eachCallIsTimedByItsObservation() {
        try (TestServer server = start(OperatedApplication.class, Stores.REDIS.properties())) {
            server.browser().get("/put?key=a&value=b");

            assertThat(server.context()
                            .getBean(MeterRegistry.class)
                            .get("session.store")
                            .tags("type", "redis", "operation", "insert", "outcome", "done", "error", "none")
                            .timer()
                            .count())
                    .isEqualTo(1);
        }
    }

    @Test
    void theyCanBeTurnedOff() {
        Map<String, String> properties = new HashMap<>(Stores.REDIS.properties());
        properties.put("management.observations.enable.session.store", "false");
        try (TestServer server = start(Observed.class, properties)) {
            server.browser().get("/put?key=a&value=b");

            await().until(() -> observed(server, "http.server.requests").size() == 1);
            assertThat(observed(server, "session.store")).isEmpty();
        }
    }
}
