package io.github.sessionstarter;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.RandomAccess;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Python's tuple: an immutable list. Tagged JSON and pickle tell it apart from a list; where a format does not, a tuple
 * reads back as a list. It equals every {@link List} of equal elements, as that interface asks.
 */
public final class Tuple extends AbstractList<@Nullable Object> implements RandomAccess {

    private final @Nullable Object[] elements;

    private Tuple(@Nullable Object[] elements) {
        this.elements = elements;
    }

    /**
     * A tuple of these elements, any of which may be null.
     *
     * @param elements copied
     * @return the tuple
     */
    public static Tuple of(@Nullable Object... elements) {
        return new Tuple(elements.clone());
    }

    /**
     * A tuple of a collection's elements, in its order.
     *
     * @param elements copied, unless they are a tuple already
     * @return the tuple
     */
    public static Tuple copyOf(Collection<?> elements) {
        return elements instanceof Tuple tuple ? tuple : new Tuple(elements.toArray());
    }

    @Override
    public @Nullable Object get(int index) {
        return elements[index];
    }

    @Override
    public int size() {
        return elements.length;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Tuple tuple ? Arrays.equals(elements, tuple.elements) : super.equals(other);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(elements);
    }

    /** As Python prints it: {@code (1, 2)}, and {@code (1,)} for one element. */
    @Override
    public String toString() {
        String comma = elements.length == 1 ? ",)" : ")";
        return Arrays.stream(elements).map(String::valueOf).collect(Collectors.joining(", ", "(", comma));
    }
}
