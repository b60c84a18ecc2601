package io.github.sessionstarter.serialization;

import io.github.sessionstarter.Tuple;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a pickle has Python call. Nothing is called here: {@link PickledValues} knows what would come of it. */
final class PickledCall {

    final PickleName name;
    final Tuple arguments;

    /** The items of an OrderedDict: key, value, key, value… */
    final List<@Nullable Object> items = new ArrayList<>(0);

    /** The attributes of a UUID. */
    @Nullable
    PickledDict state;

    PickledCall(PickleName name, Tuple arguments) {
        this.name = name;
        this.arguments = arguments;
    }

    @Nullable
    Object argument(int index) {
        return arguments.get(index);
    }
}
