package io.github.sessionstarter.serialization;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CodePointOrderTest {

    /** A letter on either side, both halves of a pair, and a character between pairs and letters in UTF-16 only. */
    private static final String[] UNITS = {"a", "b", "\ud83d", "\ude00", "\ue000"};

    @Test
    void sortsByCodePointNotByUtf16Unit() {
        List<String> strings = upToThreeUnits();

        for (String left : strings) {
            for (String right : strings) {
                int[] leftPoints = left.codePoints().toArray();
                int[] rightPoints = right.codePoints().toArray();
                assertThat(Integer.signum(CodePointOrder.INSTANCE.compare(left, right)))
                        .isEqualTo(Integer.signum(Arrays.compare(leftPoints, rightPoints)));
            }
        }
    }

    private static List<String> upToThreeUnits() {
        List<String> strings = new ArrayList<>(List.of(""));
        for (int from = 0, length = 0; length < 3; length++) {
            int to = strings.size();
            for (; from < to; from++) {
                for (String unit : UNITS) {
                    strings.add(strings.get(from) + unit);
                }
            }
        }
        return strings;
    }
}
