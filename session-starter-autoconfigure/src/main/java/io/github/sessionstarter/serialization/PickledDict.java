package io.github.sessionstarter.serialization;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A dict while its pickle is read: its values may yet grow, and its keys are of any kind.
 *
 * @param items key, value, key, value…
 */
record PickledDict(List<@Nullable Object> items) {}
