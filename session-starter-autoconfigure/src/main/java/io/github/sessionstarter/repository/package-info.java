/**
 * How sessions are kept: in the cookie itself, in a {@link io.github.sessionstarter.SessionStore store} under an id that
 * the cookie holds, or not at all.
 */
@NullMarked
package io.github.sessionstarter.repository;

import org.jspecify.annotations.NullMarked;
