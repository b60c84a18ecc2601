package io.github.sessionstarter.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletResponse;

class SessionHeadersTest {

    private final MockHttpServletResponse response = new MockHttpServletResponse();
    private final SessionHeaders headers = new SessionHeaders(SessionFixture.cookie());

    @Test
    void aSessionThatWasReadVariesByCookie() {
        headers.write(response, null, true);

        assertThat(response.getHeaders("Vary")).containsExactly("Cookie");
        assertThat(response.getHeaders("Set-Cookie")).isEmpty();
    }

    @Test
    void anUntouchedSessionLeavesNoTrace() {
        headers.write(response, null, false);

        assertThat(response.getHeaderNames()).isEmpty();
    }

    @Test
    void aRefreshedCookieVariesTooCve202330861() {
        headers.write(response, "session=a; Path=/", false);

        assertThat(response.getHeaders("Vary")).containsExactly("Cookie");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Cookie", "cookie", "Origin, Cookie", "Origin,COOKIE", "*"})
    void varyThatSaysSoAlreadyIsLeftAlone(String vary) {
        response.addHeader("Vary", vary);

        headers.write(response, null, true);

        assertThat(response.getHeaders("Vary")).containsExactly(vary);
    }

    @Test
    void varyThatSaysOtherThingsKeepsThem() {
        response.addHeader("Vary", "Origin");
        response.addHeader("Vary", "X-Cookie");

        headers.write(response, null, true);

        assertThat(response.getHeaders("Vary")).containsExactly("Origin", "X-Cookie", "Cookie");
    }

    @Test
    void aLaterCookieTakesTheEarlierOnesPlaceAmongOthers() {
        response.addHeader("Set-Cookie", "first=1");
        headers.write(response, "session=a", false);
        response.addHeader("Set-Cookie", "last=1");

        headers.write(response, "session=b", false);

        assertThat(response.getHeaders("Set-Cookie")).containsExactlyInAnyOrder("first=1", "last=1", "session=b");
    }

    @Test
    void theSameCookieIsWrittenOnce() {
        headers.write(response, "session=a", false);
        headers.write(response, "session=a", true);

        assertThat(response.getHeaders("Set-Cookie")).containsExactly("session=a");
        assertThat(response.getHeaders("Vary")).containsExactly("Cookie");
    }

    @Test
    void aResponseThatWasResetGetsTheCookieAgain() {
        headers.write(response, "session=a", true);
        response.reset();

        headers.write(response, "session=a", true);

        assertThat(response.getHeaders("Set-Cookie")).containsExactly("session=a");
        assertThat(response.getHeaders("Vary")).containsExactly("Cookie");
    }

    @Test
    void aCookieThatIsNoLongerWantedIsTakenBack() {
        response.addHeader("Set-Cookie", "first=1");
        headers.write(response, "session=a", false);

        headers.write(response, null, false);

        assertThat(response.getHeaders("Set-Cookie")).containsExactly("first=1");
    }
}
