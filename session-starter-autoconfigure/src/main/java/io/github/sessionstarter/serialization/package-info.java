/** The formats in which a session's data are written: those of Flask and Flask-Session. */
@NullMarked
package io.github.sessionstarter.serialization;

import org.jspecify.annotations.NullMarked;
