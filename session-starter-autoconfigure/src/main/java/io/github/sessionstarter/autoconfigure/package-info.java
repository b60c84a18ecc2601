/** Properties, Flask's names for them, what is wrong with them, and the beans. */
@NullMarked
package io.github.sessionstarter.autoconfigure;

import org.jspecify.annotations.NullMarked;
