package io.github.sessionstarter.test.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.sessionstarter.CookieTooLargeException;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CookieTest extends TestSessionContract {

    @Test
    void itHasNoId() {
        session.put("username", "wd");

        assertThat(session.getId()).isNull();
    }

    @Test
    void whatIsTooMuchForTheCookieIsRefused() {
        byte[] incompressible = new byte[5000];
        new Random(1).nextBytes(incompressible);

        assertThatExceptionOfType(CookieTooLargeException.class).isThrownBy(() -> session.put("file", incompressible));

        assertThat(session.getCookieValue()).isNull();
    }
}
