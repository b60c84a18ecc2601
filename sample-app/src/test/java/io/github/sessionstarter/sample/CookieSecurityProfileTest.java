package io.github.sessionstarter.sample;

import org.springframework.test.context.ActiveProfiles;

@RunningFlaskr
@ActiveProfiles("security")
class CookieSecurityProfileTest extends SecurityProfileContract {}
