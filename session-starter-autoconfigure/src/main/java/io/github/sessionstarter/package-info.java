/**
 * What an application touches: the {@link io.github.sessionstarter.Session Session} and the {@link
 * io.github.sessionstarter.FlashMessages FlashMessages}; the two values that only sessions know, {@link
 * io.github.sessionstarter.Tuple Tuple} and {@link io.github.sessionstarter.Markup Markup}; and {@link
 * io.github.sessionstarter.SessionRepository SessionRepository}, for those who want to keep sessions their own way.
 */
@NullMarked
package io.github.sessionstarter;

import org.jspecify.annotations.NullMarked;
