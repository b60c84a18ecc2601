package io.github.sessionstarter.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sessionstarter.CookieAction;
import io.github.sessionstarter.CookieTooLargeException;
import jakarta.servlet.http.Cookie;
import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.web.MockHttpServletRequest;

class SessionCookieTest {

    private static final CookieAction SET = new CookieAction.SetValue("value", null);
    private static final CookieAction SET_UNTIL =
            new CookieAction.SetValue("value", Instant.parse("2023-11-05T02:03:04.567Z"));
    private static final CookieAction DELETE = new CookieAction.Delete();

    private final SessionCookie plain = cookie(null, "/", false, null, null, false);
    private final SessionCookie full = cookie("example.com", "/shop", true, true, "Strict", true);

    private static SessionCookie cookie(
            String domain, String path, boolean httpOnly, Boolean secure, String sameSite, boolean partitioned) {
        return new SessionCookie(new SessionCookie.Attributes(
                "session", domain, path, httpOnly, secure, sameSite, partitioned, 0, true));
    }

    private static SessionCookie limited(int maxSize, boolean fail) {
        return new SessionCookie(
                new SessionCookie.Attributes("session", null, "/", true, null, null, false, maxSize, fail));
    }

    @Test
    void writesTheAttributesThatAreSet() {
        assertThat(plain.header(SET, false, Map.of())).isEqualTo("session=value; Path=/");
        assertThat(full.header(SET_UNTIL, false, Map.of()))
                .isEqualTo("session=value; Expires=Sun, 05 Nov 2023 02:03:04 GMT; Domain=example.com; Secure; HttpOnly;"
                        + " Path=/shop; SameSite=Strict; Partitioned");
    }

    @Test
    void isSecureAsTheRequestIsUnlessToldOtherwise() {
        SessionCookie never = cookie(null, "/", false, false, null, false);

        assertThat(plain.header(SET, true, Map.of())).contains("; Secure");
        assertThat(never.header(SET, true, Map.of())).doesNotContain("Secure");
    }

    @Test
    void partitionedImpliesSecure() {
        assertThat(cookie(null, "/", false, null, null, true).header(SET, false, Map.of()))
                .contains("; Secure", "; Partitioned");
    }

    @Test
    void aDeletionRepeatsTheAttributes() {
        assertThat(full.header(DELETE, false, Map.of()))
                .isEqualTo("session=; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Max-Age=0; Domain=example.com; Secure;"
                        + " HttpOnly; Path=/shop; SameSite=Strict; Partitioned");
    }

    @Test
    void keepWritesNothing() {
        assertThat(full.header(new CookieAction.Keep(), true, Map.of())).isNull();
    }

    @Test
    void aCookieOfTheLimitFitsAndOneMoreCharacterDoesNot() {
        int size = "session=value; HttpOnly; Path=/".length();

        assertThat(limited(size, true).header(SET, false, Map.of())).hasSize(size);
        assertThatThrownBy(() -> limited(size - 1, true)
                        .header(SET, false, Map.of("small", 1, "large", "precious".repeat(9), "b", new byte[50])))
                .isInstanceOf(CookieTooLargeException.class)
                .hasMessageContaining(size + " characters")
                .hasMessageContaining("large, b, small")
                .hasMessageNotContaining("precious");
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void aCookieOverTheLimitMayBeSentWithAWarning(CapturedOutput output) {
        assertThat(limited(10, false).header(SET, false, Map.of("large", "precious")))
                .startsWith("session=value");
        assertThat(output).contains("session.cookie.max-size allows 10").doesNotContain("precious");
    }

    @Test
    void readsTheCookiesOfItsNameInTheirOrder() {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setCookies(
                new Cookie("other", "0"),
                new Cookie("session", "1"),
                new Cookie("Session", "2"),
                new Cookie("session", ""),
                new Cookie("session", "3"));

        assertThat(plain.valuesOf(request)).containsExactly("1", "3");
        assertThat(plain.valuesOf(new MockHttpServletRequest())).isEmpty();
    }

    @Test
    void aHeaderFullOfSessionsIsNotReadToItsEnd() {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setCookies(IntStream.range(0, 100)
                .mapToObj(i -> new Cookie("session", "v" + i))
                .toArray(Cookie[]::new));

        assertThat(plain.valuesOf(request)).hasSize(8);
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void aHeaderThatTheContainerRefusesNamesNoSession(CapturedOutput output) {
        MockHttpServletRequest request = new MockHttpServletRequest() {
            @Override
            public Cookie[] getCookies() {
                throw new IllegalArgumentException("session=precious");
            }
        };

        assertThat(plain.valuesOf(request)).isEmpty();
        assertThat(output).contains("cannot read the request's cookies").doesNotContain("precious");
    }

    @Test
    void toStringOfAnActionShowsNoValue() {
        assertThat(SET_UNTIL.toString()).doesNotContain("value=").doesNotContain("=value");
    }
}
