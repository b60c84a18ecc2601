package io.github.sessionstarter.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever lies in a store, beginning with pickles. */
@Tag("pickle")
@Timeout(20)
class PickleFuzzTest {

    static Stream<Arguments> seeds() {
        Stream<byte[]> written = Stream.concat(
                Seeds.stored("stored_values.json", "pickle0", "pickle4"),
                Seeds.stored("typed_values.json", "pickle0", "pickle1", "pickle2", "pickle3", "pickle4", "pickle5"));
        return Stream.concat(written, traps().map(pickle -> pickle.getBytes(ISO_8859_1)))
                .map(Seeds::seed);
    }

    /** What would call, contains itself, shares without end, is nested without end, or declares what is not there. */
    private static Stream<String> traps() {
        return Stream.of(
                "(dVv\ncos\nsystem\n(Vtrue\ntRs.",
                "(dVv\n(lp0\n(g0\ntas.",
                "(dVv\n(" + "Va\np0\n" + "(g0\ng0\ng0\ng0\nlp0\n".repeat(50) + "ls.",
                "(dVv\n" + "(".repeat(501) + "t".repeat(501) + "s.",
                "\u0080\u0003}Vv\nB\u00ff\u00ff\u00ff\u007fas.");
    }

    @DictionaryFile(resourcePath = "pickle.dict")
    @MethodSource("seeds")
    @FuzzTest
    void isRefusedOrKept(byte[] input) {
        Records.check(input);
    }
}
