package io.github.sessionstarter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TupleAndMarkupTest {

    @Test
    void aTupleEqualsWhatHasTheSameElements() {
        assertThat(Tuple.of(1, null, "a"))
                .isEqualTo(Tuple.of(1, null, "a"))
                .isEqualTo(Arrays.asList(1, null, "a"))
                .hasSameHashCodeAs(Arrays.asList(1, null, "a"))
                .isNotEqualTo(Tuple.of(1, null))
                .isNotEqualTo(Tuple.of(1, null, "b"));
        assertThat(List.of(1, 2)).isEqualTo(Tuple.of(1, 2));
    }

    @Test
    void aTupleIsImmutable() {
        Object[] elements = {1};
        Tuple tuple = Tuple.of(elements);
        elements[0] = 2;

        assertThat(tuple).containsExactly(1);
        assertThatThrownBy(() -> tuple.add(1)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> tuple.set(0, 1)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void aTuplePrintsAsPythonPrintsIt() {
        assertThat(Tuple.of()).hasToString("()");
        assertThat(Tuple.of(1)).hasToString("(1,)");
        assertThat(Tuple.of(1, Tuple.of("a", null))).hasToString("(1, (a, null))");
    }

    @Test
    void aTupleIsMadeOfACollection() {
        Tuple tuple = Tuple.copyOf(new ArrayList<>(List.of(1, 2)));

        assertThat(tuple).containsExactly(1, 2);
        assertThat(Tuple.copyOf(tuple)).isSameAs(tuple);
    }

    @Test
    void markupIsItsHtml() {
        assertThat(Markup.of("<b>")).isEqualTo(Markup.of("<b>")).hasSameHashCodeAs(Markup.of("<b>"));
        assertThat(Markup.of("<b>")).isNotEqualTo(Markup.of("<i>")).isNotEqualTo("<b>");
        assertThat(Markup.of("<b>")).hasToString("<b>");
    }

    @Test
    void escapingLeavesMarkupAlone() {
        assertThat(Markup.escape("<b>")).isEqualTo(Markup.of("&lt;b&gt;"));
        assertThat(Markup.escape(Markup.of("<b>"))).isEqualTo(Markup.of("<b>"));
        assertThat(Markup.escape(1)).isEqualTo(Markup.of("1"));
    }
}
