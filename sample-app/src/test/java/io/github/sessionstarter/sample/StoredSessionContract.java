package io.github.sessionstarter.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the application does on every store alike. */
abstract class StoredSessionContract {

    /** Of a store that tells the moment; some round up to whole seconds. */
    static final String TOLD = "<dd>(31d|30d23h59m\\d+s)</dd>";

    /** Of a store that does not. */
    static final String NOT_TOLD = "<dd><span>31d</span> after its last use";

    private final String type;
    private final String format;
    private final String timeToLive;

    @LocalServerPort
    int port;

    Browser browser;

    StoredSessionContract(String type, String format, String timeToLive) {
        this.type = type;
        this.format = format;
        this.timeToLive = timeToLive;
    }

    @BeforeEach
    void open() {
        browser = Browser.of(port);
    }

    @Test
    void whoLogsInStaysLoggedIn() {
        browser.logIn("admin", "default");

        Browser.Page page = browser.get("/");

        assertThat(page.body()).contains(">admin<", "Log out");
    }

    @Test
    void whoLoggedOutIsNotLoggedInByTheOldCookie() {
        browser.logIn("admin", "default");
        String before = browser.cookie();
        browser.submit("/logout");

        browser.setCookie(before);
        Browser.Page page = browser.get("/");

        assertThat(page.body()).doesNotContain("Log out");
    }

    @Test
    void theRecordIsShownInsteadOfTheCookie() {
        browser.logIn("admin", "default");

        Browser.Page page = browser.get("/session");

        assertThat(page.body())
                .contains(
                        "<dt>Type</dt><dd><code>" + type + "</code></dd>",
                        "<dt>Key</dt><dd><code>session:" + browser.cookie() + "</code></dd>",
                        "<dt>Format</dt><dd>" + format + "</dd>")
                .containsPattern("<dt>Size</dt><dd><span>\\d+</span> bytes")
                .containsPattern("<dt>Time to live</dt>\\s*" + timeToLive)
                .doesNotContain("The cookie that came with this request");
    }

    @Test
    void aNewSessionHasNoRecordYet() {
        Browser.Page page = browser.get("/session");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("None: the session is new").doesNotContain("<dt>Key</dt>");
    }

    @ParameterizedTest
    @EnumSource(SampleValue.class)
    void everyValueCanBePut(SampleValue sample) {
        browser.get("/session");

        browser.submit("/session/put", Map.of("sample", sample.name()));
        Browser.Page page = browser.get("/session");

        assertThat(page.body()).contains("<code>" + sample.key() + "</code>");
    }
}
