package io.github.sessionstarter.test.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the document shows is what {@link GuideTest} runs. */
class DocumentTest {

    private static final Pattern EXAMPLE = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    @Test
    void eachExampleIsCodeOfATest() throws IOException {
        String document = Files.readString(Path.of("../docs/testing.md"));
        String code = unindented(
                Files.readString(Path.of("src/test/java/io/github/sessionstarter/test/shop/GuideTest.java")));

        List<String> examples = EXAMPLE.matcher(document)
                .results()
                .map(example -> unindented(example.group(1)))
                .toList();

        assertThat(examples).hasSizeGreaterThan(5).allSatisfy(example -> assertThat(code)
                .contains(example));
    }

    private static String unindented(String text) {
        return text.lines().map(String::strip).reduce("", (before, line) -> before + line + "\n");
    }
}
