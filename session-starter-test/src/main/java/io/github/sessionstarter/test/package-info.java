/**
 * For the tests of an application: {@link io.github.sessionstarter.test.TestSession TestSession}, the session of one
 * client of a test; {@link io.github.sessionstarter.test.SessionMockMvcRequestPostProcessors
 * SessionMockMvcRequestPostProcessors}, for a request whose session is known beforehand; and {@link
 * io.github.sessionstarter.test.AutoConfigureMemorySessions AutoConfigureMemorySessions}, for tests without the store.
 */
@NullMarked
package io.github.sessionstarter.test;

import org.jspecify.annotations.NullMarked;
