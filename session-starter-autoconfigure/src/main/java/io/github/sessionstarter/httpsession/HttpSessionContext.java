package io.github.sessionstarter.httpsession;

import java.time.Clock;
import java.time.Duration;

/**
 * What the HttpSessions of all requests share.
 *
 * @param lifetime how long sessions live without a request
 */
record HttpSessionContext(Forms forms, SessionListeners listeners, Duration lifetime, Clock clock) {}
