package io.github.sessionstarter.slice;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A slice test of a controller that wants the session needs nothing but the controller. */
@WebMvcTest(properties = "session.secret-key=a secret key of the tests")
class WebMvcSliceTest {

    @Autowired
    private MockMvcTester mvc;

    @Test
    void theSessionGoesFromOneRequestToTheNextByCookie() {
        MvcTestResult login = mvc.post().uri("/login").param("username", "wd").exchange();
        Cookie cookie = login.getResponse().getCookie("session");

        MvcTestResult me = mvc.get().uri("/me").cookie(cookie).exchange();

        assertThat(login).hasStatusOk();
        assertThat(me).bodyText().isEqualTo("wd 1");
    }

    @Test
    void withoutACookieItIsEmpty() {
        assertThat(mvc.get().uri("/me")).bodyText().isEqualTo("nobody 0");
    }
}
