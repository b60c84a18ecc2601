package io.github.sessionstarter.fuzz;

import io.github.sessionstarter.ForeignValue;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Whether two sessions hold the same: bytes count by what they are, and a tuple is no list. */
final class Values {

    private Values() {}

    static boolean same(Object left, Object right) {
        if (left == null || right == null || left.getClass() != right.getClass()) {
            return left == right;
        }
        if (left instanceof Map<?, ?> map) {
            Map<?, ?> other = (Map<?, ?>) right;
            return map.keySet().equals(other.keySet())
                    && map.keySet().stream().allMatch(key -> same(map.get(key), other.get(key)));
        }
        if (left instanceof List<?> list) {
            Iterator<?> others = ((List<?>) right).iterator();
            return list.size() == ((List<?>) right).size() && list.stream().allMatch(e -> same(e, others.next()));
        }
        if (left instanceof byte[] bytes) {
            return Arrays.equals(bytes, (byte[]) right);
        }
        if (left instanceof ForeignValue foreign) {
            return same(foreign.plain(), ((ForeignValue) right).plain());
        }
        return Objects.equals(left, right);
    }
}
