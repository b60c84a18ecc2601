package com.example.visits;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sessionstarter.test.TestSession;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@SpringBootTest(properties = "session.secret-key=a key of the tests alone")
@AutoConfigureMockMvc
class VisitsTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    TestSession session;

    @Test
    void whoIsLoggedInIsGreetedAndCounted() {
        session.put("username", "wd");
        session.put("visits", 2);

        assertThat(mvc.get().uri("/").with(session)).hasBodyTextEqualTo("Hello, wd, visit 3\n");
        assertThat(session).containsEntry("visits", 3);
    }

    @Test
    void nobodyIsLeftAfterALogOut() {
        session.put("username", "wd");

        mvc.post().uri("/logout").with(session).exchange();

        assertThat(session).doesNotContainKey("username");
    }
}
