package io.github.sessionstarter.test.shop;

import static io.github.sessionstarter.test.SessionMockMvcRequestPostProcessors.session;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import io.github.sessionstarter.Session;
import io.github.sessionstarter.test.AutoConfigureMemorySessions;
import io.github.sessionstarter.test.TestSession;
import io.github.sessionstarter.test.shop.ShopApplication.Cart;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The examples of {@code docs/testing.md}, with {@link RunningServerTest}. */
@Shop
@AutoConfigureMemorySessions
@TestPropertySource(properties = "session.type=redis")
class GuideTest {

    @Autowired
    MockMvc mockMvc;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    TestSession session;

    @Test
    void whoIsLoggedInIsGreeted() {
        session.put("username", "wd");

        assertThat(mvc.get().uri("/me").with(session)).hasBodyTextEqualTo("wd");
    }

    @Test
    void loggingInGivesAnotherId() {
        session.put("visits", 3);
        String before = session.getId();

        assertThat(mvc.post().uri("/login").param("username", "wd").with(session))
                .hasRedirectedUrl("/me");

        assertThat(session).containsEntry("username", "wd").containsEntry("visits", 3);
        assertThat(session.getId()).isNotEqualTo(before);
    }

    @Test
    void severalChangesAtOnce() {
        session.transaction(session -> {
            session.put("username", "wd");
            session.setPermanent(true);
            cart(session).add("apple");
        });

        assertThat(session.get("cart", String[].class)).containsExactly("apple");
        assertThat(session.isPermanent()).isTrue();
    }

    @SuppressWarnings("unchecked")
    private static List<Object> cart(Session session) {
        return (List<Object>) session.computeIfAbsent("cart", key -> List.of());
    }

    @Test
    void aCookieFromBeforeTheLogoutIsDead(@Autowired TestSession thief) {
        session.put("username", "wd");
        thief.setCookieValue(session.getCookieValue());

        mvc.post().uri("/logout").with(session).exchange();

        assertThat(mvc.get().uri("/me").with(thief)).hasBodyTextEqualTo("nobody");
    }

    @Test
    void oneRequest() throws Exception {
        mockMvc.perform(get("/me").with(session(Map.of("username", "wd"))))
                .andExpect(content().string("wd"));
    }

    @Test
    void attributes() {
        session.setAttribute("cart", Cart.of("apple"));

        assertThat(mvc.post().uri("/cart").param("item", "pear").with(session)).hasBodyTextEqualTo("apple pear");

        assertThat(session.getAttribute("cart")).isInstanceOfSatisfying(Cart.class, cart -> assertThat(cart.getItems())
                .hasSize(2));
    }
}
