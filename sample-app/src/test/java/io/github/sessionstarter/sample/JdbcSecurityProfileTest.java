package io.github.sessionstarter.sample;

import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestPropertySource;

@RunningFlaskr
@ActiveProfiles("security")
@TestPropertySource(properties = "session.type=jdbc")
class JdbcSecurityProfileTest extends SecurityProfileContract {}
