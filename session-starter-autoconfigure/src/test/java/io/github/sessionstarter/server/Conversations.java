package io.github.sessionstarter.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sessionstarter.Vectors;
import io.github.sessionstarter.server.Browser.Answer;
import io.github.sessionstarter.server.Browser.SetCookie;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Replays what browsers and the real Flask said to one another: each configuration is one application.
 *
 * @param container runs the application
 * @param more properties beside the recorded ones
 * @param cookieCheck compares the recorded value of a cookie with the one that came
 */
record Conversations(ServletContainer container, Map<String, String> more, CookieCheck cookieCheck) {

    /** One conversation's view of the cookies that come in it. */
    interface CookieCheck {

        /** A check of a new conversation's cookies. */
        CookieCheck begin(TestServer server);

        void check(String where, JsonNode expected, String value);

        /** What is to be compared of a recorded answer, and of the one that came. */
        default JsonNode comparable(JsonNode answer) {
            return answer;
        }

        /** Whether the recorded deletions lack attributes that they should repeat, as Flask-Session 0.8's do. */
        default boolean deletionForgets() {
            return false;
        }
    }

    static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    private static final Set<String> FORGOTTEN = Set.of("HttpOnly", "Secure", "SameSite", "Partitioned");

    private static final Duration TOLERANCE = Duration.ofSeconds(10);

    /** A test for each configuration in the file. */
    Stream<DynamicTest> replay(String file) {
        Map<JsonNode, List<JsonNode>> byConfig = new LinkedHashMap<>();
        Vectors.read(file).forEach(conversation -> byConfig.computeIfAbsent(
                        conversation.get("config"), config -> new ArrayList<>())
                .add(conversation));
        return byConfig.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(
                        container + " " + entry.getKey(), () -> replay(entry.getKey(), entry.getValue())));
    }

    private void replay(JsonNode config, List<JsonNode> conversations) {
        try (TestServer server = TestServer.start(container, ConversationApplication.class, properties(config))) {
            for (JsonNode conversation : conversations) {
                Browser browser = server.browser();
                CookieCheck cookies = cookieCheck.begin(server);
                int step = 0;
                for (JsonNode exchange : conversation.get("exchanges")) {
                    String where = "conversation " + conversation.get("id") + ", step " + step++ + ": "
                            + exchange.get("method").stringValue() + " "
                            + exchange.get("path").stringValue();
                    check(where, exchange, send(browser, exchange), cookies);
                }
            }
        }
    }

    /** Flask's own names and values, and Flask's defaults where this project has others. */
    private Map<String, String> properties(JsonNode config) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("session.secret-key", "dev");
        properties.put("session.allow-weak-secret-key", "true");
        config.properties()
                .forEach(
                        entry -> properties.put(entry.getKey(), entry.getValue().asString()));
        properties.putIfAbsent("SESSION_COOKIE_SECURE", "false");
        properties.putIfAbsent("SESSION_COOKIE_SAMESITE", "omitted");
        properties.putAll(more);
        return properties;
    }

    private static Answer send(Browser browser, JsonNode exchange) {
        JsonNode body = exchange.get("body");
        JsonNode cookie = exchange.get("send_cookie");
        return browser.send(
                exchange.get("method").stringValue(),
                exchange.get("path").stringValue(),
                body == null ? null : body.stringValue(),
                cookie == null ? browser.cookieHeader() : cookie.stringValue());
    }

    private static void check(String where, JsonNode expected, Answer answer, CookieCheck cookies) {
        assertThat(answer.status()).as(where).isEqualTo(expected.get("status").intValue());
        assertThat(answer.vary())
                .as(where + ", Vary")
                .containsExactlyInAnyOrderElementsOf(Vectors.strings(expected.get("vary")));
        JsonNode response = expected.get("response");
        if (response.isString()) {
            assertThat(answer.body()).as(where + ", body").isEqualTo(response.stringValue());
        } else if (!response.isNull()) {
            assertThat(cookies.comparable(MAPPER.readTree(answer.body())))
                    .as(where + ", body")
                    .isEqualTo(cookies.comparable(response));
        }
        JsonNode cookie = expected.get("set_cookie");
        assertThat(answer.setCookies()).as(where + ", Set-Cookie").hasSize(cookie.isNull() ? 0 : 1);
        if (!cookie.isNull()) {
            checkCookie(where, cookie, answer.setCookies().get(0), cookies);
        }
    }

    private static void checkCookie(String where, JsonNode expected, SetCookie cookie, CookieCheck cookies) {
        assertThat(cookie.name()).as(where).isEqualTo(expected.get("name").stringValue());
        Map<String, String> attributes = new LinkedHashMap<>();
        expected.get("attributes")
                .properties()
                .forEach(entry -> attributes.put(
                        entry.getKey(),
                        entry.getValue().isBoolean() ? "" : entry.getValue().asString()));
        String expires = attributes.remove("Expires");
        Map<String, String> present = new LinkedHashMap<>(cookie.attributes());
        checkExpires(where, expires, present.remove("Expires"));
        if (cookie.deletes() && cookies.deletionForgets()) {
            present.keySet().removeIf(name -> FORGOTTEN.contains(name) && !attributes.containsKey(name));
        }
        assertThat(present).as(where + ", attributes").isEqualTo(attributes);
        if (cookie.deletes()) {
            assertThat(cookie.value()).as(where).isEmpty();
        } else {
            cookies.check(where, expected.get("value"), cookie.value());
        }
    }

    private static void checkExpires(String where, String expected, String present) {
        if (expected == null || expected.equals("epoch")) {
            String epoch = expected == null ? null : "Thu, 01 Jan 1970 00:00:00 GMT";
            assertThat(present).as(where + ", Expires").isEqualTo(epoch);
            return;
        }
        long seconds = Long.parseLong(expected.replaceAll("\\D", ""));
        Instant expires = ZonedDateTime.parse(present, DateTimeFormatter.RFC_1123_DATE_TIME)
                .toInstant();
        assertThat(Duration.between(Instant.now().plusSeconds(seconds), expires).abs())
                .as(where + ", Expires")
                .isLessThan(TOLERANCE);
    }
}
