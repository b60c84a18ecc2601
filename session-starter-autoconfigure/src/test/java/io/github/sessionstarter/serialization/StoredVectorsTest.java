package io.github.sessionstarter.serialization;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sessionstarter.Vectors;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The sessions that Flask-Session stored, in each of its formats. */
class StoredVectorsTest {

    private static final Pickle ASCII = new Pickle(Pickle.Protocol.ASCII);
    private static final Pickle BINARY = new Pickle(Pickle.Protocol.BINARY);

    static Stream<JsonNode> rows() {
        return Vectors.read("stored_values.json").stream();
    }

    /** Beside those that hold what only pickle carries. */
    static Stream<JsonNode> portableRows() {
        return rows().filter(row -> row.has("msgpack"));
    }

    private static List<byte[]> stored(JsonNode row) {
        return Stream.of("msgpack", "json", "pickle0", "pickle1", "pickle2", "pickle3", "pickle4", "pickle5")
                .filter(row::has)
                .map(column -> stored(row, column))
                .toList();
    }

    private static byte[] stored(JsonNode row, String column) {
        return HexFormat.of().parseHex(row.get(column).stringValue());
    }

    private static Map<String, Object> data(JsonNode row) {
        return new TaggedJson().read(payload(row).getBytes(StandardCharsets.UTF_8));
    }

    private static String payload(JsonNode row) {
        return row.get("payload").stringValue();
    }

    /** Tells tuples from lists, compares bytes, and has one order. */
    private static String payload(Map<String, Object> data) {
        return new String(new TaggedJson().write(data), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void everyFormatIsRecognisedAndRead(JsonNode row) {
        StoredFormat format = new StoredFormat(new Msgpack());

        assertThat(stored(row))
                .allSatisfy(bytes -> assertThat(payload(format.read(bytes))).isEqualTo(payload(row)));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void pickleThatIsWrittenIsReadAgain(JsonNode row) {
        assertThat(List.of(ASCII, BINARY)).allSatisfy(format -> assertWrittenAndRead(format, row));
    }

    @ParameterizedTest
    @MethodSource("portableRows")
    void msgpackAndJsonThatAreWrittenAreReadAgain(JsonNode row) {
        assertThat(List.of(new Msgpack(), new PlainJson())).allSatisfy(format -> assertWrittenAndRead(format, row));
    }

    private static void assertWrittenAndRead(SessionFormat format, JsonNode row) {
        byte[] written = format.write(data(row));

        assertThat(payload(new StoredFormat(format).read(written))).isEqualTo(payload(row));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void pickleForMemcachedIsAscii(JsonNode row) {
        String written = new String(ASCII.write(data(row)), StandardCharsets.ISO_8859_1);

        assertThat(written).matches("[ -~\\n]*");
    }

    @ParameterizedTest
    @MethodSource("rowsWhoseOrderIsKnown")
    void msgpackIsWrittenByteForByte(JsonNode row) {
        assertThat(new Msgpack().write(data(row))).isEqualTo(stored(row, "msgpack"));
    }

    static Stream<JsonNode> rowsWhoseOrderIsKnown() {
        return portableRows().filter(row -> hasKnownOrder(data(row)));
    }

    private static boolean hasKnownOrder(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.size() <= 1 && map.values().stream().allMatch(StoredVectorsTest::hasKnownOrder);
        }
        return !(value instanceof Collection<?> list) || list.stream().allMatch(StoredVectorsTest::hasKnownOrder);
    }

    /** The order of the keys is known once a record is read. */
    @ParameterizedTest
    @MethodSource("portableRows")
    void msgpackThatWasReadIsWrittenByteForByte(JsonNode row) {
        Msgpack msgpack = new Msgpack();

        assertThat(msgpack.write(msgpack.read(stored(row, "msgpack")))).isEqualTo(stored(row, "msgpack"));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void whatEndsTooEarlyIsRefused(JsonNode row) {
        assertThat(stored(row)).allSatisfy(whole -> {
            for (int length = 0; length < whole.length; length += 1 + whole.length / 500) {
                byte[] part = Arrays.copyOf(whole, length);
                // the first byte of pickle protocol 2 and later is msgpack's empty map
                if (length != 1 || part[0] != (byte) 0x80) {
                    Hostile.assertRefused(part);
                }
            }
        });
    }
}
