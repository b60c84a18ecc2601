package io.github.sessionstarter.sample;

import org.springframework.test.context.TestPropertySource;

@RunningFlaskr
@TestPropertySource(properties = "session.type=jdbc")
class JdbcTest extends StoredSessionContract {

    JdbcTest() {
        super("jdbc", "msgpack", TOLD);
    }
}
