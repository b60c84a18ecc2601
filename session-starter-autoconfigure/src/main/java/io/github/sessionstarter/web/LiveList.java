package io.github.sessionstarter.web;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.ListIterator;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A list of the session as the application sees it: what is added is copied, what is read is live, and every change is
 * noted. Each call is atomic; an iteration runs over the elements that were there when it began.
 */
final class LiveList extends AbstractList<@Nullable Object> {

    private final Tracker tracker;
    private final Path path;
    private final List<@Nullable Object> data;

    LiveList(Tracker tracker, Path path, List<@Nullable Object> data) {
        this.tracker = tracker;
        this.path = path;
        this.data = data;
    }

    @Nullable
    Object view(@Nullable Object element, int index) {
        return Live.view(tracker, element, path.child(index));
    }

    private @Nullable Object copy(@Nullable Object element, int index) {
        tracker.requireWritable();
        return tracker.values().copy(element, path.child(index));
    }

    private void noteChange() {
        tracker.noteChange(path.topKey());
    }

    @Override
    public int size() {
        return tracker.atomically(() -> {
            tracker.noteRead();
            return data.size();
        });
    }

    @Override
    public @Nullable Object get(int index) {
        return tracker.atomically(() -> {
            tracker.noteRead();
            return view(data.get(index), index);
        });
    }

    @Override
    public @Nullable Object set(int index, @Nullable Object element) {
        return tracker.atomically(() -> {
            Object copy = copy(element, index);
            Objects.checkIndex(index, data.size());
            noteChange();
            return data.set(index, copy);
        });
    }

    @Override
    public void add(int index, @Nullable Object element) {
        tracker.atomically(() -> {
            Object copy = copy(element, index);
            Objects.checkIndex(index, data.size() + 1);
            noteChange();
            data.add(index, copy);
            modCount++;
            return null;
        });
    }

    @Override
    public @Nullable Object remove(int index) {
        return tracker.atomically(() -> {
            tracker.requireWritable();
            Objects.checkIndex(index, data.size());
            noteChange();
            modCount++;
            return data.remove(index);
        });
    }

    @Override
    protected void removeRange(int from, int to) {
        tracker.atomically(() -> {
            tracker.requireWritable();
            if (from < to) {
                noteChange();
                data.subList(from, to).clear();
                modCount++;
            }
            return null;
        });
    }

    @Override
    public boolean add(@Nullable Object element) {
        return tracker.atomically(() -> super.add(element));
    }

    @Override
    public boolean addAll(Collection<? extends @Nullable Object> elements) {
        return tracker.atomically(() -> addAll(data.size(), elements));
    }

    /** All or nothing: one may be refused. */
    @Override
    public boolean addAll(int index, Collection<? extends @Nullable Object> elements) {
        return tracker.atomically(() -> {
            Objects.checkIndex(index, data.size() + 1);
            List<@Nullable Object> copies = new ArrayList<>(elements.size());
            for (Object element : elements) {
                copies.add(copy(element, index + copies.size()));
            }
            if (copies.isEmpty()) {
                return false;
            }
            noteChange();
            modCount++;
            return data.addAll(index, copies);
        });
    }

    @Override
    public void clear() {
        tracker.atomically(() -> {
            super.clear();
            return null;
        });
    }

    @Override
    public boolean removeIf(Predicate<? super @Nullable Object> filter) {
        return tracker.atomically(() -> super.removeIf(filter));
    }

    @Override
    public boolean removeAll(Collection<?> elements) {
        return tracker.atomically(() -> super.removeAll(elements));
    }

    @Override
    public boolean retainAll(Collection<?> elements) {
        return tracker.atomically(() -> super.retainAll(elements));
    }

    /** Moves the elements themselves: views of them that the application holds stay live. */
    @Override
    @SuppressWarnings("unchecked")
    public void sort(@Nullable Comparator<? super @Nullable Object> order) {
        Comparator<? super @Nullable Object> given =
                order != null ? order : (Comparator<@Nullable Object>) (Comparator<?>) Comparator.naturalOrder();
        tracker.atomically(() -> {
            tracker.requireWritable();
            List<Slot> slots = new ArrayList<>(data.size());
            for (Object element : data) {
                slots.add(new Slot(element, view(element, slots.size())));
            }
            slots.sort((left, right) -> given.compare(left.view, right.view));
            noteChange();
            data.clear();
            slots.forEach(slot -> data.add(slot.element));
            return null;
        });
    }

    private record Slot(@Nullable Object element, @Nullable Object view) {}

    @Override
    public void replaceAll(UnaryOperator<@Nullable Object> operator) {
        tracker.atomically(() -> {
            super.replaceAll(operator);
            return null;
        });
    }

    @Override
    public Iterator<@Nullable Object> iterator() {
        return listIterator(0);
    }

    @Override
    public ListIterator<@Nullable Object> listIterator(int index) {
        return tracker.atomically(() -> {
            tracker.noteRead();
            Objects.checkIndex(index, data.size() + 1);
            return new LiveListIterator(this, data, tracker, index);
        });
    }
}
