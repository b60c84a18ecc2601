package io.github.sessionstarter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the documents say is shown by a test is so at least in that there is such a test. */
class DocumentsTest {

    private static final Pattern TEST = Pattern.compile("`(?:\\w+\\.)*([A-Z]\\w*(?:Test|Contract))\\b");

    @ParameterizedTest
    @ValueSource(strings = {"guarantees.md", "security.md"})
    void eachTestThatADocumentNamesExists(String document) throws IOException {
        Set<String> named = new TreeSet<>();
        Matcher names = TEST.matcher(Files.readString(Path.of("../docs", document)));
        while (names.find()) {
            named.add(names.group(1));
        }

        assertThat(named).isNotEmpty();
        assertThat(classes()).containsAll(named);
    }

    private static Set<String> classes() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            return files.map(file -> file.getFileName().toString().replace(".java", ""))
                    .collect(Collectors.toSet());
        }
    }
}
