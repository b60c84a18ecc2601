/**
 * Requests' sessions as {@code HttpSession}, for code that knows nothing else: Spring Security, flash attributes,
 * session scope, listeners.
 *
 * <p>{@link io.github.sessionstarter.httpsession.HttpSessionView HttpSessionView} wraps each request; what the request
 * knows of its HttpSession is an {@code HttpSessionState}, the HttpSession itself a {@code LiveHttpSession}. It keeps
 * no data of its own. {@code Attributes} are objects that were made of the session's values once in a request, and go
 * back there before it is saved; {@code SessionFacts} are its id and its times. How an attribute lies in the session is
 * its {@code Form}, which {@code Forms} decides: a value of the session's own ({@code PlainValues}), or {@code TypedJson}
 * of the types that {@code AllowedTypes} names.
 */
@NullMarked
package io.github.sessionstarter.httpsession;

import org.jspecify.annotations.NullMarked;
