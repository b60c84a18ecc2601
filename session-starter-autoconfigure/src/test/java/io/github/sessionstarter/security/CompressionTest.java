package io.github.sessionstarter.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sessionstarter.Opened;
import io.github.sessionstarter.SessionRepository;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * itsdangerous compresses a payload where that makes it shorter, so that the length of a cookie tells who sees it go by, and
 * can put text into the session, how much of that text was there before (itsdangerous#26, in the manner of CRIME). The
 * format is Flask's and stays; these tests say when it happens, and that ids of sessions in stores do not depend on data.
 */
@DisplayName("itsdangerous#26: when a cookie's length depends on what it holds")
class CompressionTest {

    private static final String TOKEN = "5d1f09c27ab64e83";

    private final SessionRepository cookies = Repositories.of("session.secret-key=a secret key of the tests");

    private String cookieWith(String text) {
        Opened opened = cookies.open(null);
        opened.data().put("csrf_token", TOKEN);
        return Repositories.put(cookies, opened, "search", text);
    }

    @Test
    void whatCompressesToNothingShorterIsNotCompressed() {
        String cookie = Repositories.cookie(cookies, "a", TOKEN);

        assertThat(cookie).doesNotStartWith(".");
    }

    @Test
    void aDotTellsThatItIsCompressed() {
        String cookie = Repositories.cookie(cookies, "a", "a".repeat(100));

        assertThat(cookie).startsWith(".").hasSizeLessThan(100);
    }

    /** Known, and documented: keep no secret in a cookie session that takes text from requests. */
    @Test
    void textThatIsInTheSessionAlreadyMakesTheCookieGrowLess() {
        String wrongGuess = cookieWith("csrf_token:8e2b7f40d93c6a15");
        String rightGuess = cookieWith("csrf_token:" + TOKEN);

        assertThat(rightGuess).hasSizeLessThan(wrongGuess.length());
    }

    @Test
    void theCookieOfASessionInAStoreIsAsLongWhateverItHolds() {
        SessionRepository stored = Repositories.on(new WatchedStore());

        assertThat(Repositories.cookie(stored, "a", TOKEN)).hasSize(43);
        assertThat(Repositories.cookie(stored, "a", "a".repeat(10_000))).hasSize(43);
    }
}
