/** How sessions are kept: in the cookie itself, or not at all. */
@NullMarked
package io.github.sessionstarter.repository;

import org.jspecify.annotations.NullMarked;
