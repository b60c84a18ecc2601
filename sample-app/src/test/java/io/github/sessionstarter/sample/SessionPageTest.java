package io.github.sessionstarter.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@RunningFlaskr
class SessionPageTest {

    @LocalServerPort
    int port;

    Browser browser;

    @BeforeEach
    void open() {
        browser = Browser.of(port);
    }

    @Test
    void aNewSessionHoldsTheTokenThatThePageNeeds() {
        Browser.Page page = browser.get("/session");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains(
                        "<dt>New</dt><dd>yes</dd>",
                        "<dt>Accessed</dt><dd>yes</dd>",
                        "<dt>Modified</dt><dd>yes</dd>",
                        "<dt>Permanent</dt><dd>no</dd>",
                        "<code>csrf_token</code>",
                        "None that holds a session.");
    }

    @Test
    void aSessionThatIsOnlyReadIsNotModified() {
        browser.get("/session");

        Browser.Page page = browser.get("/session");

        assertThat(page.body())
                .contains("<dt>New</dt><dd>no</dd>", "<dt>Accessed</dt><dd>yes</dd>", "<dt>Modified</dt><dd>no</dd>");
    }

    @Test
    void theCookieIsShownDecoded() {
        browser.logIn("admin", "default");

        Browser.Page page = browser.get("/session");

        assertThat(page.body())
                .contains(
                        "<dt>Type</dt><dd><code>cookie</code></dd>",
                        "&quot;logged_in&quot; : true",
                        "&quot;username&quot; : &quot;admin&quot;",
                        "<span>" + browser.cookie().length() + "</span> bytes");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NUMBER  | Integer | 42",
                "TEXT    | String  | Grüße, 世界 &amp; &lt;you&gt;",
                "LIST    | List    | [1, &quot;two&quot;, 3.5, true]",
                "MAP     | Map     | {colour: &quot;teal&quot;, sizes: [38, 40]}",
                "BYTES   | byte[]  | 00 7f ff",
                "TUPLE   | Tuple   | (&quot;a&quot;, 1, ())",
                "MARKUP  | Markup  | &lt;em&gt;safe&lt;/em&gt; HTML",
            })
    void aButtonPutsAValue(SampleValue sample, String type, String value) {
        browser.get("/session");

        Browser.Page page = browser.submit("/session/put", Map.of("sample", sample.name()));

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains(
                        "“" + sample.key() + "” was put into the session", "<td>" + type + "</td>", ">" + value + "<");
    }

    @ParameterizedTest
    @EnumSource(
            value = SampleValue.class,
            names = {"INSTANT", "UUID"})
    void aButtonPutsAValueThatIsNeverTheSame(SampleValue sample) {
        browser.get("/session");

        Browser.Page page = browser.submit("/session/put", Map.of("sample", sample.name()));

        assertThat(page.body()).contains("<code>" + sample.key() + "</code>", "<td>" + sample.getLabel() + "</td>");
    }

    @Test
    void whatIsNoSampleIsRefused() {
        browser.get("/session");

        Browser.Page page = browser.submit("/session/put", Map.of("sample", "PICKLE"));

        assertThat(page.status()).isEqualTo(400);
    }

    @Test
    void aListGrowsInPlace() {
        browser.get("/session");
        browser.submit("/session/append");

        Browser.Page page = browser.submit("/session/append");

        assertThat(page.body()).containsPattern(">\\[\\d{4}-\\S+Z, \\d{4}-\\S+Z]<");
    }

    @Test
    void aSessionIsMadePermanentAndTemporaryAgain() {
        browser.get("/session");

        Browser.Page permanent = browser.submit("/session/permanent", Map.of("permanent", "true"));
        Browser.Page temporary = browser.submit("/session/permanent", Map.of("permanent", "false"));

        assertThat(permanent.body()).contains("<dt>Permanent</dt><dd>yes</dd>", "unless it is <span>used</span>");
        assertThat(temporary.body()).contains("<dt>Permanent</dt><dd>no</dd>", "with the browser, or");
    }

    @Test
    void clearingLeavesNothing() {
        browser.logIn("admin", "default");
        browser.get("/session");

        Browser.Page page = browser.submit("/session/clear");

        assertThat(page.body())
                .contains("<dt>New</dt><dd>yes</dd>", "None that holds a session.")
                .doesNotContain("logged_in");
    }

    @Test
    void aCookieThatIsNoSessionsIsNotTrusted() {
        browser.setCookie("eyJsb2dnZWRfaW4iOnRydWV9.aSDGyA.forged");

        Browser.Page page = browser.get("/session");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains("<dt>New</dt><dd>yes</dd>", "It was not accepted")
                .doesNotContain("<code>logged_in</code>");
    }
}
