package io.github.sessionstarter.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** A cookie of this size has room for the page's token, and not for much more. */
@RunningFlaskr
@TestPropertySource(properties = "session.cookie.max-size=200")
class FullCookieTest {

    @LocalServerPort
    int port;

    @Test
    void aSessionThatOutgrowsItsCookieIsRefusedAndTheOldOneStays() {
        Browser browser = Browser.of(port);
        browser.get("/session");
        String before = browser.cookie();

        Browser.Page page = browser.submit("/session/put", Map.of("sample", "UUID"));

        assertThat(page.status()).isEqualTo(500);
        assertThat(page.body()).contains("Something went wrong here");
        assertThat(browser.cookie()).isEqualTo(before);
        assertThat(browser.get("/session").body()).doesNotContain("<code>uuid</code>");
    }
}
