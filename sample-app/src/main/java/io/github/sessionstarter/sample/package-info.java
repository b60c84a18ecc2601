/**
 * Flaskr on Spring Boot: a list of entries, a log in, flashed messages, and a page that shows what the session holds.
 */
@NullMarked
package io.github.sessionstarter.sample;

import org.jspecify.annotations.NullMarked;
