package io.github.sessionstarter.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sessionstarter.Opened;
import io.github.sessionstarter.SessionRepository;
import io.github.sessionstarter.Vectors;
import io.github.sessionstarter.serialization.TaggedJson;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Replays what browsers and the real Flask said to one another, under each configuration and on each container. */
class CookieConversationTest {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    private static final Duration TOLERANCE = Duration.ofSeconds(10);

    @TestFactory
    Stream<DynamicNode> answersAsFlaskDoes() {
        Map<JsonNode, List<JsonNode>> byConfig = new LinkedHashMap<>();
        Vectors.read("http_cookie.json").forEach(conversation -> byConfig.computeIfAbsent(
                        conversation.get("config"), config -> new ArrayList<>())
                .add(conversation));
        return Stream.of(ServletContainer.values())
                .map(container -> DynamicContainer.dynamicContainer(
                        container.name(),
                        byConfig.entrySet().stream()
                                .map(entry -> DynamicTest.dynamicTest(
                                        entry.getKey().toString(),
                                        () -> replay(container, entry.getKey(), entry.getValue())))));
    }

    private static void replay(ServletContainer container, JsonNode config, List<JsonNode> conversations) {
        try (TestServer server = TestServer.start(container, ConversationApplication.class, properties(config))) {
            SessionRepository repository = server.context().getBean(SessionRepository.class);
            for (JsonNode conversation : conversations) {
                Browser browser = server.browser();
                int step = 0;
                for (JsonNode exchange : conversation.get("exchanges")) {
                    String where = "conversation " + conversation.get("id") + ", step " + step++ + ": "
                            + exchange.get("method").stringValue() + " "
                            + exchange.get("path").stringValue();
                    check(where, exchange, send(browser, exchange), repository);
                }
            }
        }
    }

    /** Flask's own names and values, and Flask's defaults where this project has others. */
    private static Map<String, String> properties(JsonNode config) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("session.secret-key", "dev");
        properties.put("session.allow-weak-secret-key", "true");
        config.properties()
                .forEach(
                        entry -> properties.put(entry.getKey(), entry.getValue().asString()));
        properties.putIfAbsent("SESSION_COOKIE_SECURE", "false");
        properties.putIfAbsent("SESSION_COOKIE_SAMESITE", "omitted");
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

    private static void check(String where, JsonNode expected, Answer answer, SessionRepository repository) {
        assertThat(answer.status()).as(where).isEqualTo(expected.get("status").intValue());
        assertThat(answer.vary())
                .as(where + ", Vary")
                .containsExactlyInAnyOrderElementsOf(Vectors.strings(expected.get("vary")));
        JsonNode response = expected.get("response");
        if (response.isString()) {
            assertThat(answer.body()).as(where + ", body").isEqualTo(response.stringValue());
        } else if (!response.isNull()) {
            assertThat(MAPPER.readTree(answer.body())).as(where + ", body").isEqualTo(response);
        }
        JsonNode cookie = expected.get("set_cookie");
        assertThat(answer.setCookies()).as(where + ", Set-Cookie").hasSize(cookie.isNull() ? 0 : 1);
        if (!cookie.isNull()) {
            checkCookie(where, cookie, answer.setCookies().get(0), repository);
        }
    }

    private static void checkCookie(String where, JsonNode expected, SetCookie cookie, SessionRepository repository) {
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
        assertThat(present).as(where + ", attributes").isEqualTo(attributes);
        if (cookie.deletes()) {
            assertThat(cookie.value()).as(where).isEmpty();
        } else {
            Opened opened = repository.open(cookie.value());
            assertThat(opened.isNew()).as(where).isFalse();
            assertThat(MAPPER.readTree(new TaggedJson().write(opened.data())))
                    .as(where + ", cookie")
                    .isEqualTo(expected.get("value"));
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
