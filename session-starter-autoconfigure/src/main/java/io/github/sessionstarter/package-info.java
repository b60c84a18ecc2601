/**
 * What an application touches: the {@link io.github.sessionstarter.Session Session} and the {@link
 * io.github.sessionstarter.FlashMessages FlashMessages}; the values that only sessions know, {@link
 * io.github.sessionstarter.Tuple Tuple}, {@link io.github.sessionstarter.Markup Markup} and, out of Python's hands, {@link
 * io.github.sessionstarter.ForeignValue ForeignValue}; and for those who want to keep sessions their own way {@link
 * io.github.sessionstarter.SessionStore SessionStore} and {@link io.github.sessionstarter.SessionRepository
 * SessionRepository}.
 */
@NullMarked
package io.github.sessionstarter;

import org.jspecify.annotations.NullMarked;
