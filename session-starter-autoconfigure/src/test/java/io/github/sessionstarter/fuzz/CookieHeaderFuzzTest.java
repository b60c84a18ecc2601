package io.github.sessionstarter.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.sessionstarter.Opened;
import io.github.sessionstarter.Session;
import io.github.sessionstarter.Vectors;
import io.github.sessionstarter.repository.CookieSessionRepository;
import io.github.sessionstarter.signing.Digest;
import io.github.sessionstarter.web.CurrentSession;
import io.github.sessionstarter.web.RequestView;
import io.github.sessionstarter.web.SessionContext;
import io.github.sessionstarter.web.SessionCookie;
import io.github.sessionstarter.web.SessionFilter;
import io.github.sessionstarter.web.SessionValues;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whatever a request's Cookie headers hold, one a line, as Tomcat and as Jetty take them apart, through the whole life of
 * a request that changes its session.
 */
@Tag("cookie-header")
@Timeout(20)
class CookieHeaderFuzzTest {

    private static final String VALID = "eyJ1c2VyIjoxfQ.ZVPxAA.6lFf5nrARgKIyY0OXk7bTjL6r40";
    private static final String ANOTHER = "eyJ1c2VyIjoyfQ.ZVPxAA.Aem30Z8Vs4R62MrqTE-LTO0rLHc";

    private static final int MAX_CANDIDATES = 8;

    private static final CookieSessionRepository REPOSITORY =
            new CookieSessionRepository(Itsdangerous.KEYS, Digest.SHA1, Life.LIFETIME, Life.CLOCK);

    private static final SessionFilter FILTER = new SessionFilter(
            new SessionContext(
                    REPOSITORY,
                    new SessionCookie(
                            new SessionCookie.Attributes("session", null, "/", true, null, null, false, 4093, true)),
                    new SessionValues(JsonMapper.builder().build(), REPOSITORY),
                    true),
            RequestView.NONE);

    private static final Session SESSION = new CurrentSession();

    static Stream<Arguments> seeds() {
        Itsdangerous itsdangerous = new Itsdangerous("cookie-session");
        assertThat(itsdangerous.isSigned(VALID) && itsdangerous.isSigned(ANOTHER))
                .isTrue();
        return Stream.of(
                        Stream.of(
                                "session=" + VALID,
                                "a=b; session=" + VALID + "; c=\"d\"",
                                "Session=" + VALID + "; session=" + ANOTHER,
                                "session=; session=x.y.z; session=" + ANOTHER,
                                "session=" + VALID + "\nsession=" + ANOTHER,
                                "session=\"" + VALID + "\"; $Version=1; $Path=/",
                                "session=x; ".repeat(MAX_CANDIDATES - 1) + "session=" + VALID,
                                "session=x; ".repeat(MAX_CANDIDATES) + "session=" + VALID),
                        Seeds.texts("bad_cookies.json", "cookie").map(cookie -> "session=" + cookie),
                        conversations())
                .flatMap(headers -> headers)
                .map(Seeds::seed);
    }

    private static Stream<String> conversations() {
        return Stream.of("http_cookie.json", "http_server_side.json")
                .flatMap(file -> Vectors.read(file).stream())
                .flatMap(row -> StreamSupport.stream(row.get("exchanges").spliterator(), false))
                .map(exchange -> exchange.path("send_cookie").stringValue(null))
                .filter(header -> header != null)
                .distinct();
    }

    @DictionaryEntries({
        "session=",
        "session",
        VALID,
        ANOTHER,
        "; ",
        "\\x0a",
        "\\x22",
        "$Version=1",
        "=",
        "\\x09",
        "\\x00"
    })
    @MethodSource("seeds")
    @FuzzTest
    void openTheFirstSessionOrANewOne(byte[] input) throws ServletException, IOException {
        List<String> headers = new String(input, ISO_8859_1).lines().toList();

        assertServed(() -> ContainerCookies.ofTomcat(headers));
        assertServed(() -> ContainerCookies.ofJetty(headers));
    }

    private static void assertServed(Supplier<List<Cookie>> cookies) throws ServletException, IOException {
        Optional<Opened> first = orNone(cookies).stream()
                .filter(cookie -> cookie.getName().equals("session") && !"".equals(cookie.getValue()))
                .limit(MAX_CANDIDATES)
                .map(cookie -> REPOSITORY.open(cookie.getValue()))
                .filter(opened -> !opened.isNew())
                .findFirst();
        Map<String, Object> expected = first.map(Opened::data).orElseGet(LinkedHashMap::new);

        MockHttpServletRequest request = new MockHttpServletRequest() {
            @Override
            public Cookie[] getCookies() {
                return cookies.get().toArray(Cookie[]::new);
            }
        };
        MockHttpServletResponse response = new MockHttpServletResponse();
        FILTER.doFilter(request, response, (ignoredRequest, ignoredResponse) -> {
            assertThat(SESSION.isNew()).isEqualTo(first.isEmpty());
            assertThat(SESSION.keySet()).isEqualTo(expected.keySet());
            SESSION.put("changed", 1);
        });

        expected.put("changed", 1);
        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getHeader("Vary")).isEqualTo("Cookie");
        assertThat(response.getHeaders("Set-Cookie"))
                .singleElement()
                .asString()
                .matches("session=[A-Za-z0-9._-]+; Path=/; HttpOnly");
        String cookie = response.getHeader("Set-Cookie").replaceAll("session=|;.*", "");
        assertThat(Values.same(REPOSITORY.open(cookie).data(), expected)).isTrue();
    }

    private static List<Cookie> orNone(Supplier<List<Cookie>> cookies) {
        try {
            return cookies.get();
        } catch (RuntimeException refused) {
            return List.of();
        }
    }
}
