package io.github.sessionstarter.serialization;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The stack of a pickle machine. Nothing below the last mark can be taken off it. */
final class PickleStack {

    private final List<@Nullable Object> values = new ArrayList<>();
    private final List<Integer> marks = new ArrayList<>();

    void push(@Nullable Object value) {
        values.add(value);
    }

    void mark() {
        marks.add(values.size());
    }

    @Nullable
    Object top() {
        require(1);
        return values.get(values.size() - 1);
    }

    @Nullable
    Object pop() {
        require(1);
        return values.remove(values.size() - 1);
    }

    /** The last values, in the order in which they were pushed. */
    List<@Nullable Object> pop(int count) {
        require(count);
        return popFrom(values.size() - count);
    }

    List<@Nullable Object> popToMark() {
        if (marks.isEmpty()) {
            throw new IllegalArgumentException("The pickle has no mark where it needs one");
        }
        return popFrom(marks.remove(marks.size() - 1));
    }

    /** The only value there is. */
    @Nullable
    Object popLast() {
        if (values.size() != 1 || !marks.isEmpty()) {
            throw new IllegalArgumentException("The pickle ends with other than one value");
        }
        return pop();
    }

    private List<@Nullable Object> popFrom(int start) {
        List<@Nullable Object> top = values.subList(start, values.size());
        List<@Nullable Object> popped = new ArrayList<>(top);
        top.clear();
        return popped;
    }

    private void require(int count) {
        int floor = marks.isEmpty() ? 0 : marks.get(marks.size() - 1);
        if (values.size() - floor < count) {
            throw new IllegalArgumentException("The pickle's stack is empty");
        }
    }
}
