package io.github.sessionstarter.repository;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sessionstarter.signing.BadSignatureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionIdsTest {

    private final SessionIds ids = new SessionIds("session:", 32, false, null);

    @Test
    void theKeyOfAHashedIdIsItsSha256InBase64() {
        SessionIds hashed = new SessionIds("session:", 32, true, null);

        // printf abc | openssl dgst -sha256 -binary | basenc --base64url
        assertThat(hashed.keyOf("abc")).isEqualTo("session:ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0");
    }

    @Test
    void theLongestKeyHas250Characters() throws BadSignatureException {
        String longest = "a".repeat(250 - "session:".length());

        assertThat(ids.fromCookie(longest)).isEqualTo(longest);
        assertThat(ids.fromCookie(longest + "a")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "Z", "a", "z", "0", "9", "-", "_", "."})
    void anIdHasTheCharactersOfBase64AndDots(String id) throws BadSignatureException {
        assertThat(ids.fromCookie(id)).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "@", "[", "`", "{", "/", ":", " ", "é", "\n", "a/"})
    void anIdHasNoOthers(String id) throws BadSignatureException {
        assertThat(ids.fromCookie(id)).isNull();
    }
}
