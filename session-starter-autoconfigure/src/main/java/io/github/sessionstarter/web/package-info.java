/**
 * The session of one request: opened at the first touch, its changes tracked, saved before the response commits.
 *
 * <p>A request's way: {@link io.github.sessionstarter.web.SessionFilter SessionFilter} binds a {@code TrackedSession} to it
 * and wraps request and response, so as to know when the response is about to commit. {@link
 * io.github.sessionstarter.web.CurrentSession CurrentSession}, the bean, finds the {@code TrackedSession} and forwards to
 * it; its lists and maps are {@code LiveList} and {@code LiveMap}, and all of them tell {@code RequestSession} what is
 * done with them, which opens and saves. {@link io.github.sessionstarter.web.SessionCookie SessionCookie} reads the
 * request's cookie and writes the response's.
 */
@NullMarked
package io.github.sessionstarter.web;

import org.jspecify.annotations.NullMarked;
