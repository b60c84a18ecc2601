package io.github.sessionstarter.actuate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.sessionstarter.SessionStore;
import io.github.sessionstarter.actuate.Operator.Answer;
import io.github.sessionstarter.server.Browser;
import io.github.sessionstarter.server.ServletContainer;
import io.github.sessionstarter.server.Stores;
import io.github.sessionstarter.server.TestServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

/** The endpoint over HTTP, in an application that lets everybody use it. */
class SessionStoreEndpointTest {

    private static final String DESCRIBE = "sessionstore/describe";
    private static final String DELETE = "sessionstore/delete";

    @TempDir
    static Path accessLog;

    private static TestServer server;
    private static Operator operator;

    @BeforeAll
    static void start() {
        server = start(
                Stores.REDIS,
                Map.of(
                        "session.use-signer", "true",
                        "session.hash-ids", "true",
                        "server.tomcat.accesslog.enabled", "true",
                        "server.tomcat.accesslog.buffered", "false",
                        "server.tomcat.accesslog.directory", accessLog.toString()));
        operator = new Operator(server, null);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static TestServer start(Stores store, Map<String, String> more) {
        Map<String, String> properties = new HashMap<>(store.properties());
        properties.put("management.endpoints.web.exposure.include", "*");
        properties.putAll(more);
        return TestServer.start(ServletContainer.TOMCAT, OperatedApplication.class, properties);
    }

    private static Browser visitor(TestServer server) {
        Browser browser = server.browser();
        browser.get("/put?key=username&value=precious");
        return browser;
    }

    private static String sid(String sid) {
        return "{\"sid\": \"" + sid + "\"}";
    }

    private static String id(Browser browser) {
        String cookie = browser.cookie("session");
        return cookie.substring(0, cookie.lastIndexOf('.'));
    }

    private static void assertError(Answer answer, int status, String message) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.json().get("error").stringValue()).contains(message);
    }

    @Test
    void itSaysHowSessionsAreKeptAndNothingSecret() {
        Answer answer = operator.get("sessionstore");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).doesNotContain(TestServer.SECRET_KEY);
        assertThat(answer.json().get("type").stringValue()).isEqualTo("redis");
        assertThat(answer.json().get("format").stringValue()).isEqualTo("msgpack");
        assertThat(answer.json().get("lifetime").stringValue()).isEqualTo("PT744H");
        assertThat(answer.json().get("permanent").booleanValue()).isTrue();
        assertThat(answer.json().at("/store/keyPrefix").stringValue()).isEqualTo("session:");
        assertThat(answer.json().at("/store/signedIds").booleanValue()).isTrue();
        assertThat(answer.json().at("/store/hashedIds").booleanValue()).isTrue();
        assertThat(answer.json().at("/store/onFailure").stringValue()).isEqualTo("fail");
    }

    @Test
    void aCookieIsDescribedWithoutItsValues() {
        Browser browser = visitor(server);

        Answer answer = operator.post(DESCRIBE, sid(browser.cookie("session")));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).doesNotContain("precious", id(browser));
        assertThat(answer.json().at("/session/type").stringValue()).isEqualTo("redis");
        assertThat(answer.json().at("/session/format").stringValue()).isEqualTo("msgpack");
        assertThat(answer.json().at("/session/size").intValue())
                .isEqualTo(1 + (1 + "_permanent".length()) + 1 + (1 + "username".length()) + (1 + "precious".length()));
        assertThat(answer.json().at("/session/readable").booleanValue()).isTrue();
        assertThat(answer.json().at("/session/keys").valueStream().map(key -> key.stringValue()))
                .containsExactlyInAnyOrder("_permanent", "username");
        assertThat(answer.json().at("/session/values").isMissingNode()).isTrue();
        assertThat(answer.json().at("/error").isMissingNode()).isTrue();
    }

    @Test
    void anIdWithoutItsSignatureDoesToo() {
        Browser browser = visitor(server);

        assertThat(operator.post(DESCRIBE, sid(id(browser))).status()).isEqualTo(200);
    }

    @Test
    void toDescribeASessionDoesNotProlongIt() {
        try (TestServer files = start(Stores.FILESYSTEM, Map.of())) {
            Browser browser = visitor(files);
            Operator operator = new Operator(files, null);
            SessionStore store = files.context().getBean(SessionStore.class);
            store.touch("session:" + browser.cookie("session"), Duration.ofMinutes(5));

            Answer answer = operator.post(DESCRIBE, sid(browser.cookie("session")));
            Answer again = operator.post(DESCRIBE, sid(browser.cookie("session")));

            Instant expiry = Instant.parse(answer.json().at("/session/expiry").stringValue());
            assertThat(expiry).isBetween(Instant.now(), Instant.now().plus(Duration.ofMinutes(6)));
            assertThat(again.text()).isEqualTo(answer.text());
        }
    }

    @Test
    void aDeletedSessionIsOver() {
        Browser browser = visitor(server);

        Answer answer = operator.post(DELETE, sid(browser.cookie("session")));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("deleted").intValue()).isEqualTo(1);
        assertThat(browser.get("/get?key=username").body()).isEqualTo("null");
        assertError(operator.post(DELETE, sid(browser.cookie("session"))), 404, "no session of this id");
    }

    @Test
    void anUnknownIdIs404() {
        assertError(operator.post(DESCRIBE, sid(UUID.randomUUID().toString())), 404, "no session of this id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"two words", "../../etc/passwd", "line\\nbreak", "ünknown"})
    void whatCanBeNoIdIs400AndIsNotSaidAgain(String sid) {
        Answer answer = operator.post(DESCRIBE, sid(sid));

        assertError(answer, 400, "can be no session's id");
        assertThat(answer.text()).doesNotContain(sid);
    }

    @Test
    void anIdThatIsTooLongIs400() {
        assertError(operator.post(DESCRIBE, sid("a".repeat(300))), 400, "too long");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"sid\": \"\"}", "{\"sid\": null}", "{\"id\": \"abc\"}"})
    void aMissingIdIs400(String json) {
        assertError(operator.post(DESCRIBE, json), 400, "{\"sid\"");
        assertError(operator.post(DELETE, json), 400, "{\"sid\"");
    }

    @Test
    void anIdInTheUrlIsNotTaken() {
        Browser browser = visitor(server);

        Answer answer = operator.post(DELETE + "?sid=" + id(browser), "{}");

        assertError(answer, 400, "URLs end in access logs");
        assertThat(browser.get("/get?key=username").body()).isEqualTo("precious");
    }

    /** Who may only describe sessions, by a rule for the path, deletes none. */
    @Test
    void theBodyDoesNotOverrideThePath() {
        Browser browser = visitor(server);

        Answer answer =
                operator.post(DESCRIBE, "{\"sid\": \"" + browser.cookie("session") + "\", \"operation\": \"delete\"}");

        assertError(answer, 400, "The operation is said in the path");
        assertThat(browser.get("/get?key=username").body()).isEqualTo("precious");
    }

    @Test
    void anUnknownOperationIs404() {
        assertError(operator.post("sessionstore/prolong", sid("abc")), 404, "describe, delete, purge");
    }

    @Test
    void aRecordThatCannotBeReadIsDescribedAsFarAsItCan() {
        try (TestServer files = start(Stores.FILESYSTEM, Map.of())) {
            String id = UUID.randomUUID().toString();
            files.context()
                    .getBean(SessionStore.class)
                    .insert("session:" + id, "{\"damaged".getBytes(StandardCharsets.US_ASCII), Duration.ofMinutes(1));

            Answer answer = new Operator(files, null).post(DESCRIBE, sid(id));

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.json().at("/session/readable").booleanValue()).isFalse();
            assertThat(answer.json().at("/session/size").intValue()).isEqualTo(9);
            assertThat(answer.json().at("/session/keys").size()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(value = Stores.class, mode = Mode.EXCLUDE, names = "MEMCACHED")
    void everyStoreDescribesAndDeletes(Stores store) {
        try (TestServer server = start(store, Map.of())) {
            Operator operator = new Operator(server, null);
            String sid = sid(visitor(server).cookie("session"));

            Answer described = operator.post(DESCRIBE, sid);
            Answer deleted = operator.post(DELETE, sid);

            assertThat(described.json().at("/session/type").stringValue()).isEqualToIgnoringCase(store.name());
            assertThat(described.json().at("/session/format").stringValue())
                    .isEqualTo(store == Stores.FILESYSTEM ? "pickle" : "msgpack");
            assertThat(described.json().at("/session/expiry").isMissingNode()).isEqualTo(store == Stores.REDIS);
            assertThat(deleted.status()).isEqualTo(200);
            assertThat(operator.post(DESCRIBE, sid).status()).isEqualTo(404);
        }
    }

    @Test
    void theExpiredArePurged() {
        try (TestServer jdbc = start(Stores.JDBC, Map.of())) {
            SessionStore store = jdbc.context().getBean(SessionStore.class);
            store.insert("session:a", new byte[] {(byte) 0x80}, Duration.ofMillis(1));
            store.insert("session:b", new byte[] {(byte) 0x80}, Duration.ofMillis(1));
            store.insert("session:c", new byte[] {(byte) 0x80}, Duration.ofMinutes(1));
            await().until(() -> store.load("session:b", null) == null);

            Answer answer = new Operator(jdbc, null).post("sessionstore/purge", "{}");

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.json().get("deleted").intValue()).isEqualTo(2);
        }
    }

    @Test
    void aServerThatExpiresSessionsItselfHasNoneToPurge() {
        Answer answer = operator.post("sessionstore/purge", "{}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("deleted").intValue()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cookie", "none"})
    void whatHasNoStoreSaysSo(String type) {
        Map<String, String> properties =
                Map.of("session.type", type, "management.endpoints.web.exposure.include", "sessionstore");
        try (TestServer storeless = TestServer.start(ServletContainer.TOMCAT, OperatedApplication.class, properties)) {
            Operator operator = new Operator(storeless, null);

            assertThat(operator.get("sessionstore").json().get("type").stringValue())
                    .isEqualTo(type);
            assertThat(operator.get("sessionstore").json().has("store")).isFalse();
            assertError(operator.post(DESCRIBE, sid("abc")), 400, type);
            assertError(operator.post(DELETE, sid("abc")), 400, type);
        }
    }

    @Test
    void whereAccessIsReadOnlyTheConfigurationIsAllThereIs() {
        try (TestServer readOnly =
                start(Stores.REDIS, Map.of("management.endpoint.sessionstore.access", "read-only"))) {
            Operator operator = new Operator(readOnly, null);
            Browser browser = visitor(readOnly);

            assertThat(operator.get("sessionstore").status()).isEqualTo(200);
            assertThat(operator.post(DESCRIBE, sid(browser.cookie("session"))).status())
                    .isEqualTo(404);
            assertThat(operator.post(DELETE, sid(browser.cookie("session"))).status())
                    .isEqualTo(404);
            assertThat(browser.get("/get?key=username").body()).isEqualTo("precious");
        }
    }

    @Test
    void aStoreThatFailsIs503() {
        Map<String, String> properties =
                Map.of("management.endpoints.web.exposure.include", "sessionstore", "session.type", "cookie");
        try (TestServer failing =
                TestServer.start(ServletContainer.TOMCAT, FailingStore.Application.class, properties)) {
            Operator operator = new Operator(failing, null);

            assertError(operator.post(DESCRIBE, sid("abc")), 503, "the server is away");
            assertError(operator.post(DELETE, sid("abc")), 503, "the server is away");
            assertError(operator.post("sessionstore/purge", "{}"), 503, "the server is away");
            assertThat(operator.get("sessionstore").json().get("type").stringValue())
                    .isEqualTo("custom");
        }
    }

    @Test
    void theAccessLogNamesNoSession() throws IOException {
        Browser browser = visitor(server);

        operator.post(DESCRIBE, sid(browser.cookie("session")));
        operator.post(DELETE, sid(id(browser)));

        await().untilAsserted(() -> assertThat(accessLog())
                .contains("POST /actuator/sessionstore/describe", "POST /actuator/sessionstore/delete"));
        assertThat(accessLog()).doesNotContain(id(browser));
    }

    private static String accessLog() throws IOException {
        StringBuilder log = new StringBuilder();
        try (Stream<Path> files = Files.list(accessLog)) {
            for (Path file : files.toList()) {
                log.append(Files.readString(file));
            }
        }
        return log.toString();
    }
}
