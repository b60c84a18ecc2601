package io.github.sessionstarter.test.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.github.sessionstarter.test.TestSession;
import io.github.sessionstarter.test.shop.ShopApplication.Cart;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A slice of an application whose sessions lie in a Redis; its controllers are all that is there, and Spring Security. */
@WebMvcTest(
        properties = {"session.type=redis", "session.http-session.allowed-types=io.github.sessionstarter.test.shop"})
@WithMockUser
class SliceTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    TestSession session;

    @Test
    void itSendsAndKeeps() {
        session.put("visits", 3);

        assertThat(mvc.post().uri("/cart").param("item", "pear").with(csrf()).with(session))
                .hasBodyTextEqualTo("pear");

        assertThat(session).containsEntry("visits", 3);
        assertThat(session.getAttribute("cart")).isInstanceOf(Cart.class);
    }

    @Test
    void anAttributeOfMockMvcIsTheApplications() {
        assertThat(mvc.get().uri("/me").sessionAttr("username", "wd")).hasBodyTextEqualTo("wd");
    }
}
