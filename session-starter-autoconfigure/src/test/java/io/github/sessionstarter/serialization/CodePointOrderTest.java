package io.github.sessionstarter.serialization;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CodePointOrderTest {

    /** In Python: {@code sorted(...)} of these gives this order. */
    private static final List<String> SORTED = List.of(
            "", "a", "a\ud83d", "a\ud83d\uffff", "a\ude00", "a\uffff", "a\ud83d\ude00", "a\ud83d\ude00b", "aa", "b");

    @Test
    void sortsByCodePointNotByUtf16Unit() {
        List<String> shuffled = new ArrayList<>(SORTED);
        Collections.shuffle(shuffled, new Random(1));

        shuffled.sort(CodePointOrder.INSTANCE);

        assertThat(shuffled).isEqualTo(pythonSorted());
    }

    private static List<String> pythonSorted() {
        List<String> sorted = new ArrayList<>(SORTED);
        sorted.sort((left, right) -> {
            int[] l = left.codePoints().toArray();
            int[] r = right.codePoints().toArray();
            return java.util.Arrays.compare(l, r);
        });
        return sorted;
    }
}
