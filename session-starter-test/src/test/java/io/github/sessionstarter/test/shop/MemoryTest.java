package io.github.sessionstarter.test.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sessionstarter.SessionStore;
import io.github.sessionstarter.store.memory.MemorySessionStore;
import io.github.sessionstarter.test.AutoConfigureMemorySessions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** An application whose sessions lie in a Redis, and none is there. */
@AutoConfigureMemorySessions
@TestPropertySource(properties = {"session.type=redis", "session.use-signer=true", "spring.data.redis.port=1"})
class MemoryTest extends StoredTestSessionContract {

    @Autowired
    SessionStore store;

    @Test
    void theRecordLiesInMemory() {
        session.put("username", "wd");

        assertThat(store).isInstanceOf(MemorySessionStore.class);
        assertThat(store.load("session:" + session.getId(), null)).isNotNull();
    }
}
