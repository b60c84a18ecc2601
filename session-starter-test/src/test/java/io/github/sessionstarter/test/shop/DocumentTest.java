package io.github.sessionstarter.test.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the documents show is what {@link GuideTest}, {@link RunningServerTest} and the application of the first steps run. */
class DocumentTest {

    private static final Pattern EXAMPLE = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    @ParameterizedTest
    @CsvSource({"testing.md, io/github/sessionstarter/test/shop, 7", "getting-started.md, com/example/visits, 3"})
    void eachExampleIsCodeOfATest(String document, String source, int atLeast) throws IOException {
        String text = Files.readString(Path.of("../docs", document));
        String code = unindented(code(Path.of("src/test/java", source)));

        List<String> examples = EXAMPLE.matcher(text)
                .results()
                .map(example -> unindented(example.group(1)))
                .toList();

        assertThat(examples).hasSizeGreaterThanOrEqualTo(atLeast).allSatisfy(example -> assertThat(code)
                .contains(example));
    }

    private static String code(Path source) throws IOException {
        StringBuilder code = new StringBuilder();
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                code.append(Files.readString(file));
            }
        }
        return code.toString();
    }

    private static String unindented(String text) {
        return text.lines().map(String::strip).reduce("", (before, line) -> before + line + "\n");
    }
}
