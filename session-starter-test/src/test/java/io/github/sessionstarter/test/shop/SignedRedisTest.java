package io.github.sessionstarter.test.shop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(properties = "session.use-signer=true")
class SignedRedisTest extends RedisTest {

    @Test
    void theCookieIsSigned() {
        session.put("username", "wd");

        assertThat(session.getCookieValue()).hasSizeGreaterThan(43).startsWith(session.getId() + ".");
    }
}
