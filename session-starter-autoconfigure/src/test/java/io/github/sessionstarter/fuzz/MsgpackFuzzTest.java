package io.github.sessionstarter.fuzz;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever lies in a store, beginning with records in msgpack and JSON. */
@Tag("msgpack")
@Timeout(20)
class MsgpackFuzzTest {

    static Stream<Arguments> seeds() {
        Stream<byte[]> written = Stream.of("stored_values.json", "typed_values.json")
                .flatMap(file -> Seeds.stored(file, "msgpack", "json"));
        return Stream.concat(written, lengthsOfWhatIsNotThere().map(HexFormat.of()::parseHex))
                .map(Seeds::seed);
    }

    /** A map, an array, a text, bytes, an extension, nested arrays. */
    private static Stream<String> lengthsOfWhatIsNotThere() {
        return Stream.of(
                "df7fffffff",
                "81a176dd7fffffff",
                "81a176db7fffffff61",
                "81a176c67fffffff61",
                "81a176c97fffffff0161",
                "81a176" + "dd000001f4".repeat(100));
    }

    @DictionaryFile(resourcePath = "msgpack.dict")
    @MethodSource("seeds")
    @FuzzTest
    void isRefusedOrKept(byte[] input) {
        Records.check(input);
    }
}
