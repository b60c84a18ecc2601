package io.github.sessionstarter.web;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.ConcurrentModificationException;
import java.util.Iterator;
import java.util.List;
import java.util.ListIterator;
import java.util.NoSuchElementException;
import java.util.Objects;
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

    private @Nullable Object view(@Nullable Object element, int index) {
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
    public void sort(@Nullable Comparator<? super @Nullable Object> order) {
        tracker.atomically(() -> {
            super.sort(order);
            return null;
        });
    }

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
            return new SnapshotIterator(new ArrayList<>(data), index);
        });
    }

    /** Walks over a copy; what is changed through it is changed in both, so long as nobody else changed the list. */
    private final class SnapshotIterator implements ListIterator<@Nullable Object> {

        private static final int NONE = -1;

        private final List<@Nullable Object> snapshot;
        private int cursor;
        private int last = NONE;

        SnapshotIterator(List<@Nullable Object> snapshot, int cursor) {
            this.snapshot = snapshot;
            this.cursor = cursor;
        }

        @Override
        public boolean hasNext() {
            return cursor < snapshot.size();
        }

        @Override
        public @Nullable Object next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            last = cursor++;
            return view(snapshot.get(last), last);
        }

        @Override
        public boolean hasPrevious() {
            return cursor > 0;
        }

        @Override
        public @Nullable Object previous() {
            if (!hasPrevious()) {
                throw new NoSuchElementException();
            }
            last = --cursor;
            return view(snapshot.get(last), last);
        }

        @Override
        public int nextIndex() {
            return cursor;
        }

        @Override
        public int previousIndex() {
            return cursor - 1;
        }

        @Override
        public void remove() {
            tracker.atomically(() -> {
                requireLast();
                LiveList.this.remove(last);
                snapshot.remove(last);
                cursor = last < cursor ? cursor - 1 : cursor;
                last = NONE;
                return null;
            });
        }

        @Override
        public void set(@Nullable Object element) {
            tracker.atomically(() -> {
                requireLast();
                LiveList.this.set(last, element);
                snapshot.set(last, data.get(last));
                return null;
            });
        }

        @Override
        public void add(@Nullable Object element) {
            tracker.atomically(() -> {
                requireUnchanged(cursor);
                LiveList.this.add(cursor, element);
                snapshot.add(cursor, data.get(cursor));
                cursor++;
                last = NONE;
                return null;
            });
        }

        private void requireLast() {
            if (last == NONE) {
                throw new IllegalStateException();
            }
            requireUnchanged(last);
        }

        private void requireUnchanged(int index) {
            boolean sameSize = snapshot.size() == data.size();
            if (!sameSize || (index < data.size() && snapshot.get(index) != data.get(index))) {
                throw new ConcurrentModificationException();
            }
        }
    }
}
