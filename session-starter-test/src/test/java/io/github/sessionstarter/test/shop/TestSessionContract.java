package io.github.sessionstarter.test.shop;

import static io.github.sessionstarter.test.SessionMockMvcRequestPostProcessors.session;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import io.github.sessionstarter.Session;
import io.github.sessionstarter.SessionRepository;
import io.github.sessionstarter.test.TestSession;
import io.github.sessionstarter.test.shop.ShopApplication.Cart;
import io.github.sessionstarter.web.SessionFilter;
import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.http.client.HttpRedirects;
import org.springframework.boot.resttestclient.TestRestTemplate;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** What a test's session does wherever the application keeps its sessions. */
@Shop
abstract class TestSessionContract {

    @Autowired
    WebApplicationContext application;

    @Autowired
    SessionRepository repository;

    @Autowired
    MockMvc mockMvc;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    RestTestClient restClient;

    @Autowired
    TestRestTemplate restTemplate;

    @Autowired
    TestSession session;

    @Autowired
    TestSession other;

    // Its clients

    @Test
    void mockMvcSendsWhatATestPut() throws Exception {
        session.put("username", "wd");

        mockMvc.perform(get("/me").with(session)).andExpect(content().string("wd"));
    }

    @Test
    void mockMvcKeepsWhatTheApplicationPut() throws Exception {
        mockMvc.perform(post("/login").param("username", "wd").with(session));

        assertThat(session).containsEntry("username", "wd");
        mockMvc.perform(get("/me").with(session)).andExpect(content().string("wd"));
    }

    @Test
    void mockMvcTesterSendsAndKeeps() {
        session.put("visits", 3);

        assertThat(mvc.post().uri("/login").param("username", "wd").with(session))
                .hasStatus3xxRedirection();

        assertThat(session).containsEntry("username", "wd").containsEntry("visits", 3);
    }

    @Test
    void aMockMvcThatSpringBootDidNotMakeIsToldToKeep() throws Exception {
        MockMvc own = MockMvcBuilders.webAppContextSetup(application)
                .addFilters(((SessionFilter) application
                        .getBean("flaskSessionFilter", FilterRegistrationBean.class)
                        .getFilter()))
                .alwaysDo(session)
                .build();

        own.perform(post("/login").param("username", "wd").with(session));

        assertThat(session).containsEntry("username", "wd");
    }

    @Test
    void restTestClientSendsAndKeeps() {
        RestTestClient client = restClient.mutate().requestInterceptor(session).build();
        session.put("visits", 3);

        client.post().uri("/login?username=wd").exchange().expectStatus().is3xxRedirection();

        assertThat(session).containsEntry("username", "wd").containsEntry("visits", 3);
        client.get().uri("/me").exchange().expectBody(String.class).isEqualTo("wd");
    }

    @Test
    void restTestClientOfMockMvcSendsAndKeepsBesideOtherCookies() {
        RestTestClient client =
                RestTestClient.bindTo(mockMvc).requestInterceptor(session).build();
        client.post().uri("/order").exchange();

        client.get()
                .uri("/ordered")
                .cookie("a", "b")
                .exchange()
                .expectBody(String.class)
                .isEqualTo("Thank you");
    }

    @Test
    void testRestTemplateSendsAndKeeps() {
        TestRestTemplate client = restTemplate.withRedirects(HttpRedirects.DONT_FOLLOW);
        client.getRestTemplate().getInterceptors().add(session);
        session.put("visits", 3);

        ResponseEntity<String> login = client.postForEntity("/login?username=wd", null, String.class);

        assertThat(login.getStatusCode().is3xxRedirection()).isTrue();
        assertThat(session).containsEntry("username", "wd").containsEntry("visits", 3);
        assertThat(client.getForObject("/me", String.class)).isEqualTo("wd");
    }

    @Test
    void cookiesGoToARealServerTogether() {
        RestTestClient client = restClient.mutate().requestInterceptor(session).build();
        client.post().uri("/order").exchange();

        client.get().uri("/ordered").exchange().expectBody(String.class).isEqualTo("Thank you");
    }

    @Test
    void eachInjectedSessionIsAnotherClients() {
        session.put("username", "wd");

        assertThat(other).doesNotContainKey("username");
        assertThat(mvc.get().uri("/me").with(other)).hasBodyTextEqualTo("nobody");
    }

    @Test
    void anApplicationIsGivenNoneOfThem() {
        assertThat(application.getBeansOfType(Session.class)).containsOnlyKeys("flaskSession");
    }

    @Test
    void itTakesTheCookieOfTheRequestsPlace() {
        session.put("username", "wd");

        assertThat(mvc.get()
                        .uri("/me")
                        .cookie(new Cookie("session", "forged"), new Cookie("a", "b"))
                        .with(session))
                .hasBodyTextEqualTo("wd");
    }

    // Reading and changing

    @Test
    void aTransactionChangesLists() {
        session.put("cart", List.of("apple"));

        session.transaction(session -> list(session, "cart").add("pear"));

        assertThat(session).containsEntry("cart", List.of("apple", "pear"));
    }

    @SuppressWarnings("unchecked")
    private static List<Object> list(Session session, String key) {
        return (List<Object>) session.get(key);
    }

    @Test
    void whatWasReadOutsideATransactionCannotBeChanged() {
        session.put("cart", List.of("apple"));
        List<Object> cart = list(session, "cart");

        assertThat(cart).containsExactly("apple");
        assertThatIllegalStateException().isThrownBy(() -> cart.add("pear")).withMessageContaining("can no longer");
    }

    @Test
    void aTransactionThatFailsChangesNothing() {
        session.put("username", "wd");

        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> session.transaction(session -> {
                    session.put("username", "mallory");
                    throw new UnsupportedOperationException();
                }));

        assertThat(session).containsEntry("username", "wd");
    }

    @Test
    void whatCannotBeKeptIsRefusedAsInARequest() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> session.put("thread", Thread.currentThread()))
                .withMessageContaining("session[\"thread\"]");

        assertThat(session.getCookieValue()).isNull();
    }

    @Test
    void valuesAreReadAsTheirType() {
        session.put("cart", Cart.of("apple"));

        assertThat(session.get("cart", Cart.class).getItems()).containsExactly("apple");
    }

    @Test
    void readingGivesNoCookie() {
        assertThat(session.get("username")).isNull();
        assertThat(session.isNew()).isTrue();
        assertThat(session.getCookieValue()).isNull();
    }

    @Test
    void theApplicationsRepositoryKnowsTheCookie() {
        session.put("username", "wd");

        assertThat(repository.open(session.getCookieValue()).data()).containsEntry("username", "wd");
    }

    @Test
    void whoLogsOutHasNoCookieAndNoSession() {
        session.put("username", "wd");

        mvc.post().uri("/logout").with(session).exchange();

        assertThat(session).doesNotContainKey("username");
        assertThat(session.isNew()).isTrue();
        assertThat(session.getCookieValue()).isNull();
    }

    @Test
    void whoIsEmptiedByATestHasNoCookie() {
        session.put("username", "wd");

        session.clear();

        assertThat(session.getCookieValue()).isNull();
    }

    @Test
    void aForgedCookieIsTheTests() {
        session.setCookieValue("forged");

        assertThat(mvc.get().uri("/me").with(session)).hasBodyTextEqualTo("nobody");
        assertThat(session.isNew()).isTrue();
    }

    @Test
    void itEqualsAMapAndShowsNoData() {
        session.transaction(session -> {
            session.clear();
            session.remove(Session.PERMANENT);
            session.put("username", "wd");
        });

        assertThat(session).isEqualTo(Map.of("username", "wd")).hasSameHashCodeAs(Map.of("username", "wd"));
        assertThat(session.toString()).doesNotContain("wd");
    }

    // One request

    @Test
    void aRequestHasASessionOfTheseValues() throws Exception {
        mockMvc.perform(get("/me").with(session(Map.of("username", "wd"))))
                .andExpect(content().string("wd"));
        assertThat(mvc.get().uri("/me").with(session(Map.of("username", "wd")))).hasBodyTextEqualTo("wd");
    }

    // HttpSession

    @Test
    void anAttributeThatATestSetIsTheApplications() {
        session.setAttribute("cart", Cart.of("apple"));

        assertThat(mvc.post().uri("/cart").param("item", "pear").with(session)).hasBodyTextEqualTo("apple pear");

        assertThat(session.getAttribute("cart")).isInstanceOfSatisfying(Cart.class, cart -> assertThat(cart.getItems())
                .containsExactly("apple", "pear"));
    }

    @Test
    void anAttributeThatIsNotThereIsNull() {
        assertThat(session.getAttribute("cart")).isNull();
        assertThat(session.getCookieValue()).isNull();
    }

    @Test
    void anAttributeOfMockMvcIsTheApplications() {
        assertThat(mvc.post().uri("/cart").param("item", "pear").sessionAttr("cart", Cart.of("apple")))
                .hasBodyTextEqualTo("apple pear");
    }

    @Test
    void anAttributeOfMockMvcGoesIntoTheSessionOfTheRequest() {
        session.put("username", "wd");

        assertThat(mvc.post().uri("/cart").param("item", "pear").with(session).sessionAttr("cart", Cart.of("apple")))
                .hasBodyTextEqualTo("apple pear");

        assertThat(session).containsEntry("username", "wd").containsKey("cart");
    }

    @Test
    void aMockHttpSessionBringsItsAttributes() {
        MockHttpSession mockSession = new MockHttpSession();
        mockSession.setAttribute("username", "wd");

        assertThat(mvc.get().uri("/me").session(mockSession)).hasBodyTextEqualTo("wd");
    }

    @Test
    void aFlashAttributeOfMockMvcIsTheApplications() {
        assertThat(mvc.get().uri("/ordered").flashAttr("ordered", "Thank you")).hasBodyTextEqualTo("Thank you");
    }

    @Test
    void aRequestWithoutAttributesHasNoSessionForIt() {
        assertThat(mvc.get().uri("/about")).doesNotContainHeader("Vary").doesNotContainHeader("Set-Cookie");
    }

    @Test
    void flashAttributesReachTheNextPage() {
        mvc.post().uri("/order").with(session).exchange();

        assertThat(mvc.get().uri("/ordered").with(session)).hasBodyTextEqualTo("Thank you");
        assertThat(mvc.get().uri("/ordered").with(session)).hasBodyTextEqualTo("null");
    }
}
