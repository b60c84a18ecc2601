package io.github.sessionstarter.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Named.named;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.sessionstarter.Vectors;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import tools.jackson.databind.JsonNode;

/** Where the fuzzers begin: at what the real Python libraries wrote. */
final class Seeds {

    /** A fuzzer makes its inputs as long as the longest of its seeds, and learns more of short ones. */
    private static final int MAX_LENGTH = 1024;

    private static final int MAX_NAME_LENGTH = 60;

    private Seeds() {}

    /** The strings in a column of a file of vectors. */
    static Stream<String> texts(String file, String column) {
        return Vectors.read(file).stream()
                .map(row -> row.path(column).stringValue(null))
                .filter(text -> text != null && text.length() < MAX_LENGTH);
    }

    /** The bytes in columns of a file of vectors. */
    static Stream<byte[]> stored(String file, String... columns) {
        return Vectors.read(file).stream()
                .flatMap(row -> stored(row, List.of(columns)))
                .filter(bytes -> bytes.length < MAX_LENGTH);
    }

    private static Stream<byte[]> stored(JsonNode row, List<String> columns) {
        return columns.stream().filter(row::has).map(column -> HexFormat.of()
                .parseHex(row.get(column).stringValue()));
    }

    static Arguments seed(String text) {
        return seed(text.getBytes(UTF_8));
    }

    /** The input of a fuzz test, named by how it begins. */
    static Arguments seed(byte[] bytes) {
        String text = new String(bytes, 0, Math.min(bytes.length, MAX_NAME_LENGTH), ISO_8859_1);
        return arguments(named("seed " + text.replaceAll("[^ -~]", "?"), bytes));
    }
}
