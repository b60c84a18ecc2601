package io.github.sessionstarter.test.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.github.sessionstarter.test.TestSession;
import io.github.sessionstarter.test.shop.ShopApplication.Cart;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Where the HttpSession is left to the container MockMvc's own is it, and the test's session has no attributes. */
@WebMvcTest(properties = {"session.secret-key=a secret key of the tests", "session.http-session.enabled=false"})
@WithMockUser
class ContainersHttpSessionTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    TestSession session;

    @Test
    void attributesOfMockMvcAreTheContainers() {
        assertThat(mvc.post().uri("/cart").param("item", "pear").with(csrf()).sessionAttr("cart", Cart.of("apple")))
                .hasBodyTextEqualTo("apple pear");
    }

    @Test
    void theTestsSessionSaysThatItHasNone() {
        assertThatIllegalStateException()
                .isThrownBy(() -> session.setAttribute("cart", "apple"))
                .withMessageContaining("session.http-session.enabled");
    }

    @Test
    void theSessionIsThereAllTheSame() {
        session.put("username", "wd");

        assertThat(mvc.get().uri("/me").with(session)).hasBodyTextEqualTo("wd");
    }
}
