package io.github.sessionstarter.web;

import java.util.ArrayList;
import java.util.ConcurrentModificationException;
import java.util.List;
import java.util.ListIterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Walks over a copy; what is changed through it is changed in both, so long as nobody else changed the list. */
final class LiveListIterator implements ListIterator<@Nullable Object> {

    private static final int NONE = -1;

    private final LiveList list;
    private final List<@Nullable Object> data;
    private final Tracker tracker;
    private final List<@Nullable Object> snapshot;
    private int cursor;
    private int last = NONE;

    LiveListIterator(LiveList list, List<@Nullable Object> data, Tracker tracker, int cursor) {
        this.list = list;
        this.data = data;
        this.tracker = tracker;
        this.snapshot = new ArrayList<>(data);
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
        return list.view(snapshot.get(last), last);
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
        return list.view(snapshot.get(last), last);
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
            list.remove(last);
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
            list.set(last, element);
            snapshot.set(last, data.get(last));
            return null;
        });
    }

    @Override
    public void add(@Nullable Object element) {
        tracker.atomically(() -> {
            requireUnchanged(cursor);
            list.add(cursor, element);
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
