package io.github.sessionstarter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the documents say is shown by a test is so at least in that there is such a test; and their links lead somewhere. */
class DocumentsTest {

    private static final Pattern TEST = Pattern.compile("`(?:\\w+\\.)*([A-Z]\\w*(?:Test|Contract))\\b");

    private static final Pattern BLOCK = Pattern.compile("^```.*?^```$", Pattern.DOTALL | Pattern.MULTILINE);

    private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");

    private static final Pattern HEADING = Pattern.compile("^#+ (.+)$", Pattern.MULTILINE);

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

    @ParameterizedTest
    @MethodSource("documents")
    void eachLinkLeadsToAFileAndAHeadingOfIt(Path document) throws IOException {
        for (String link : links(document)) {
            String[] parts = link.split("#", 2);
            Path target = parts[0].isEmpty() ? document : document.resolveSibling(parts[0]);

            assertThat(target).as("%s links to %s", document, link).exists();
            if (parts.length == 2) {
                assertThat(anchors(target)).as("%s links to %s", document, link).contains(parts[1]);
            }
        }
    }

    @Test
    void eachDocumentIsListed() throws IOException {
        try (Stream<Path> documents = Files.list(Path.of("../docs"))) {
            assertThat(links(Path.of("../docs/README.md")))
                    .containsAll(documents
                            .map(document -> document.getFileName().toString())
                            .filter(name -> name.endsWith(".md") && !name.equals("README.md"))
                            .toList());
        }
    }

    @Test
    void theStoreInTheDocumentIsTheOneThatKeepsTheContract() throws IOException {
        Set<String> code = code(Path.of("src/test/java/io/github/sessionstarter/store/mvstore"));

        List<String> examples = JAVA.matcher(Files.readString(Path.of("../docs/extending.md")))
                .results()
                .map(example -> example.group(1))
                .toList();

        assertThat(examples).hasSize(3).allSatisfy(example -> assertThat(code)
                .anySatisfy(file -> assertThat(file).contains(example)));
    }

    private static Set<String> code(Path folder) throws IOException {
        Set<String> code = new TreeSet<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                code.add(Files.readString(file));
            }
        }
        return code;
    }

    static List<Path> documents() throws IOException {
        try (Stream<Path> documents =
                Stream.of("..", "../docs", "../sample-app/flask-twin").flatMap(DocumentsTest::files)) {
            return documents
                    .filter(document -> document.toString().endsWith(".md"))
                    .toList();
        }
    }

    private static Stream<Path> files(String folder) {
        return Stream.of(Path.of(folder).toFile().listFiles()).map(file -> file.toPath());
    }

    private static List<String> links(Path document) throws IOException {
        return LINK.matcher(withoutBlocks(document))
                .results()
                .map(link -> link.group(1))
                .filter(link -> !link.matches("[a-z]+:.*"))
                .toList();
    }

    /** As GitHub makes them. */
    private static Set<String> anchors(Path document) throws IOException {
        return HEADING.matcher(withoutBlocks(document))
                .results()
                .map(heading -> heading.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N}_ -]", "")
                        .replace(' ', '-'))
                .collect(Collectors.toSet());
    }

    private static String withoutBlocks(Path document) throws IOException {
        return BLOCK.matcher(Files.readString(document)).replaceAll("");
    }
}
