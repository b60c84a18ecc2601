package io.github.sessionstarter.test.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sessionstarter.test.TestSession;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.http.client.HttpRedirects;
import org.springframework.boot.resttestclient.TestRestTemplate;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureRestTestClient;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureTestRestTemplate;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.web.servlet.client.RestTestClient;

@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "session.secret-key=a secret key of the tests")
@AutoConfigureRestTestClient
@AutoConfigureTestRestTemplate
class RunningServerTest {

    @Autowired
    TestSession session;

    @Test
    void whoIsLoggedInIsGreeted(@Autowired RestTestClient anyone) {
        RestTestClient client = anyone.mutate().requestInterceptor(session).build();
        session.put("username", "wd");

        client.get().uri("/me").exchange().expectBody(String.class).isEqualTo("wd");
    }

    @Test
    void whoLogsInIsRemembered(@Autowired TestRestTemplate anyone) {
        TestRestTemplate client = anyone.withRedirects(HttpRedirects.DONT_FOLLOW);
        client.getRestTemplate().getInterceptors().add(session);

        client.postForEntity("/login?username=wd", null, String.class);

        assertThat(session).containsEntry("username", "wd");
    }
}
