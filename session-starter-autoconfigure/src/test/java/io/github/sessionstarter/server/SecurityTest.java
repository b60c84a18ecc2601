package io.github.sessionstarter.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sessionstarter.server.Browser.Answer;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Spring Security's default configuration, and nothing else, on two instances of one application that come and go. */
class SecurityTest {

    private static TestServer instance(ServletContainer container, Map<String, String> properties) {
        return TestServer.start(container, SecuredApplication.class, properties);
    }

    private static Answer logIn(Browser browser) {
        Answer page = browser.visit("/login");
        return browser.submit(page, "/login", Map.of("username", "wd", "password", "secret"));
    }

    @ParameterizedTest
    @EnumSource
    void whoLogsInOnOneInstanceIsLoggedInOnTheOtherAndLoggedOutOnBoth(Kept kept) {
        Map<String, String> properties = new HashMap<>(kept.properties());
        properties.putAll(TestServer.SECURED);
        try (TestServer b = instance(ServletContainer.JETTY, properties)) {
            Browser onB;
            try (TestServer a = instance(ServletContainer.TOMCAT, properties)) {
                Browser onA = a.browser();
                assertThat(logIn(onA).location()).endsWith("/");
                onB = onA.movedTo(b.browser());
            }
            assertThat(onB.get("/me").body()).isEqualTo("wd");

            try (TestServer a = instance(ServletContainer.TOMCAT, properties)) {
                Browser onA = onB.movedTo(a.browser());
                assertThat(onA.get("/me").body()).isEqualTo("wd");

                Answer logout = onB.submit(onB.visit("/logout"), "/logout", Map.of());
                assertThat(logout.location()).endsWith("/login?logout");

                // a cookie is revoked in the browser that logged out, and nowhere else
                Browser afterwards = kept == Kept.COOKIE ? onB.movedTo(a.browser()) : onA;
                assertThat(afterwards.visit("/me").location()).endsWith("/login");
            }
        }
    }
}
