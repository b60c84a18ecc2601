package io.github.sessionstarter.repository;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sessionstarter.repository.ObservedStore.Replacement;
import io.github.sessionstarter.serialization.SessionFormat;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The states of one record in the order in which the store had them. Each replacement that it acknowledged begins where
 * another ended, so that there is one order only.
 */
record History(List<Map<String, Object>> states) {

    /** @param first what the record was before */
    static History of(byte[] first, List<Replacement> replacements, SessionFormat format) {
        Map<ByteBuffer, Replacement> byBefore = new HashMap<>();
        for (Replacement replacement : replacements) {
            if (!replacement.before().equals(replacement.after())) {
                assertThat(byBefore.put(replacement.before(), replacement))
                        .as("a state that two requests replaced, so that one of them is lost")
                        .isNull();
            }
        }
        List<Map<String, Object>> states = new ArrayList<>();
        states.add(format.read(first));
        Replacement next = byBefore.remove(ByteBuffer.wrap(first));
        while (next != null) {
            states.add(format.read(next.after().array()));
            next = byBefore.remove(next.after());
        }
        assertThat(byBefore).as("replacements of a state that never was").isEmpty();
        return new History(states);
    }

    Map<String, Object> last() {
        return states.get(states.size() - 1);
    }

    /** Each state is the one before it and one request's deed, and every deed was done once. */
    void assertIsOneAfterTheOther(List<Deed> deeds) {
        List<Deed> todo = new ArrayList<>(deeds);
        for (int i = 1; i < states.size(); i++) {
            Map<String, Object> before = states.get(i - 1);
            Map<String, Object> after = states.get(i);
            Deed done = todo.stream()
                    .filter(deed -> deed.doneTo(before).equals(after))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("Nobody's deed makes " + after + " of " + before));
            todo.remove(done);
        }
        assertThat(todo).as("deeds that made a difference nowhere").allMatch(deed -> states.stream()
                .anyMatch(state -> deed.doneTo(state).equals(state)));
    }
}
