package io.github.sessionstarter.test.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import io.github.sessionstarter.test.TestSession;
import java.security.Principal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.SessionAttribute;

/** All of Spring Security is in front, as Spring Boot configures it. */
@SpringBootTest(
        classes = SecuredShopTest.SecuredShop.class,
        properties = {
            "session.secret-key=a secret key of the tests",
            "spring.security.user.name=wd",
            "spring.security.user.password=secret"
        })
@AutoConfigureMockMvc
class SecuredShopTest {

    private static final String CONTEXT = "SPRING_SECURITY_CONTEXT";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    TestSession session;

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @RestController
    static class SecuredShop {

        @GetMapping("/me")
        String me(Principal principal, @SessionAttribute(required = false) String colour) {
            return principal.getName() + " " + colour;
        }
    }

    private void logIn() {
        assertThat(mvc.post()
                        .uri("/login")
                        .param("username", "wd")
                        .param("password", "secret")
                        .with(csrf())
                        .with(session))
                .hasStatus3xxRedirection();
    }

    @Test
    void whoLogsInIsInTheSession() {
        logIn();

        assertThat(mvc.get().uri("/me").with(session)).hasBodyTextEqualTo("wd null");
        assertThat(session.getAttribute(CONTEXT)).isInstanceOfSatisfying(SecurityContext.class, context -> assertThat(
                        context.getAuthentication().getName())
                .isEqualTo("wd"));
    }

    @Test
    void whoIsTakenOutOfTheSessionIsLoggedOut() {
        logIn();

        session.setAttribute(CONTEXT, null);

        assertThat(mvc.get().uri("/me").with(session)).hasStatus(401);
    }

    @Test
    void aTestsUserHasTheSessionBesideHim() {
        session.put("colour", "green");

        assertThat(mvc.get().uri("/me").with(user("guest")).with(session)).hasBodyTextEqualTo("guest green");
        assertThat(session).isEqualTo(Map.of("colour", "green"));
    }

    @Test
    @WithMockUser("guest")
    void anAttributeOfMockMvcComesWithoutTheTestsUser() {
        assertThat(mvc.get().uri("/me").sessionAttr("colour", "green").with(session))
                .hasBodyTextEqualTo("guest green");

        assertThat(session).doesNotContainKey(CONTEXT).containsKey("colour");
    }
}
