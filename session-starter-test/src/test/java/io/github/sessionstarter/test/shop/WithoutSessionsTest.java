package io.github.sessionstarter.test.shop;

import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.sessionstarter.test.TestSession;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticApplicationContext;

class WithoutSessionsTest {

    @Test
    void anApplicationWithoutSessionsIsTold() {
        assertThatIllegalStateException()
                .isThrownBy(() -> TestSession.of(new StaticApplicationContext()))
                .withMessageContaining("no sessions of session-starter");
    }
}
