package io.github.sessionstarter.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.sessionstarter.serialization.TaggedJson;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is signed in a cookie. */
@Tag("tagged-json")
@Timeout(20)
class TaggedJsonFuzzTest {

    private static final TaggedJson TAGGED_JSON = new TaggedJson();

    static Stream<Arguments> seeds() {
        return Stream.of("cookies.json", "bad_cookies.json", "stored_values.json")
                .flatMap(file -> Seeds.texts(file, "payload"))
                .map(Seeds::seed);
    }

    @DictionaryFile(resourcePath = "tagged-json.dict")
    @MethodSource("seeds")
    @FuzzTest
    void isRefusedOrWrittenBackAsItWas(byte[] input) {
        Map<String, Object> data = Cost.ofReading(input.length, () -> TAGGED_JSON.read(input));
        if (data != null) {
            byte[] written = TAGGED_JSON.write(data);

            assertThat(new String(written, ISO_8859_1)).matches("[ -~]*");
            assertThat(Values.same(TAGGED_JSON.read(written), data)).isTrue();
            assertThat(TAGGED_JSON.write(TAGGED_JSON.read(written))).isEqualTo(written);
        }
    }
}
