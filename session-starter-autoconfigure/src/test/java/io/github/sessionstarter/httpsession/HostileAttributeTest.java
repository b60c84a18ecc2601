package io.github.sessionstarter.httpsession;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sessionstarter.repository.CookieSessionRepository;
import io.github.sessionstarter.repository.SessionLifetime;
import io.github.sessionstarter.signing.Digest;
import io.github.sessionstarter.signing.SecretKeys;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What lies in a session as an object, and is none that it put there. */
@ExtendWith(OutputCaptureExtension.class)
class HostileAttributeTest {

    private final Client client = new Client(new CookieSessionRepository(
            SecretKeys.of("a secret key of the tests", List.of()),
            Digest.SHA1,
            new SessionLifetime(Duration.ofDays(31), false, true, Duration.ZERO),
            Clock.systemUTC()));

    /** As whoever writes to the store can. */
    private void putTyped(String name, String json) {
        client.session().put(name, Map.of("@json", json));
        client.session().put("_http_type:" + name, "json");
    }

    @Test
    void aMapThatLooksLikeAnObjectIsAMap() {
        Map<String, String> sent = Map.of("@json", "[\"java.util.Date\",0]");
        client.handledBy((request, response) -> {
            client.session().put("bean", sent);
            request.getSession().setAttribute("view", sent);
        });

        assertThat(client.<Object>asks(session -> session.getAttribute("bean"))).isEqualTo(sent);
        assertThat(client.<Object>asks(session -> session.getAttribute("view"))).isEqualTo(sent);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"@class\":\"io.github.sessionstarter.httpsession.Initialized\"}",
                "[\"java.util.ArrayList<io.github.sessionstarter.httpsession.Initialized>\",[]]",
                "[\"[Lio.github.sessionstarter.httpsession.Initialized;\",[]]"
            })
    void aClassThatIsNotAllowedIsNotEvenInitialized(String json) {
        client.handledBy((request, response) -> putTyped("named", json));

        assertThat(client.<Object>asks(session -> session.getAttribute("named")))
                .isNull();
        assertThat(System.getProperty("Initialized")).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"@class\":\"org.springframework.security.core.userdetails.User\"}",
                "{\"@class\":\"java.util.ArrayList<\"}",
                "[\"java.util.Collections$SingletonList\",[]]"
            })
    void whatCannotBeReadPreventsNoLogOut(String json) {
        client.does(session -> session.setAttribute("user", "wd"));
        client.handledBy((request, response) -> putTyped("unreadable", json));

        client.does(HttpSession::invalidate);

        assertThat(client.<Object>asks(session -> session.getAttribute("user"))).isNull();
    }

    @Test
    void whatIsLoggedOfTheUnreadableIsNeitherDataNorALineOfItsOwn(CapturedOutput output) {
        client.handledBy((request, response) -> {
            putTyped("type", "{\"@class\":\"4111-1111\\nERROR forged\"}");
            putTyped("key", "{\"@class\":\"java.util.TreeMap\",\"ann@example.com\":{\"@class\":\"java.util.Locale\"}}");
        });

        client.does(session -> {
            assertThat(session.getAttribute("type")).isNull();
            assertThat(session.getAttribute("key")).isNull();
        });

        assertThat(output)
                .contains("\"type\" cannot be read", "\"key\" cannot be read")
                .doesNotContain("4111", "forged", "ann@example.com");
    }

    @Test
    void aStoredTypeThatIsNotThereOrNotAllowedIsAbsentWithOneWarning(CapturedOutput output) {
        client.handledBy((request, response) -> {
            putTyped("gone", "{\"@class\":\"com.example.Gone\",\"password\":\"hush\"}");
            putTyped("evil", "[\"org.springframework.context.support.FileSystemXmlApplicationContext\",\"hush\"]");
        });

        client.does(session -> {
            for (int i = 0; i < 2; i++) {
                assertThat(session.getAttribute("gone")).isNull();
                assertThat(session.getAttribute("evil")).isNull();
            }
        });

        assertThat(output).containsOnlyOnce("com.example.Gone").doesNotContain("hush");
        assertThat(output.getAll().lines().filter(line -> line.contains("FileSystemXmlApplicationContext")))
                .hasSize(1);
    }
}
