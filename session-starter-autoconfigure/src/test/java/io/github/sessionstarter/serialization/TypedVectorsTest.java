package io.github.sessionstarter.serialization;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sessionstarter.ForeignValue;
import io.github.sessionstarter.Markup;
import io.github.sessionstarter.Tuple;
import io.github.sessionstarter.Vectors;
import java.math.BigInteger;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What only Python has, in each format, under the key {@code v}. */
class TypedVectorsTest {

    private static final Instant INSTANT = Instant.parse("2024-02-29T12:34:56.000789Z");
    private static final BigInteger HUGE = BigInteger.TEN.pow(30);
    private static final BigInteger LARGEST_UNSIGNED = BigInteger.TWO.pow(64).subtract(BigInteger.ONE);
    private static final List<Object> SHARED = List.of(List.of("shared"), List.of("shared"));
    private static final List<Integer> MANY = IntStream.range(0, 70).boxed().toList();

    /** Case, and the value in pickle, msgpack and JSON; of a foreign value its plain form. */
    private static final Map<String, List<Object>> EXPECTED = new HashMap<>();

    private static void expect(String name, Object pickle, Object msgpack, Object json) {
        EXPECTED.put(name, List.of(pickle, msgpack, json));
    }

    private static void expect(String name, Object everywhere) {
        expect(name, everywhere, everywhere, everywhere);
    }

    static {
        expect("tuple", Tuple.of(1, Tuple.of(2)));
        expect("set", List.of(1));
        expect("frozenset", List.of(1));
        expect("bytes", new byte[] {0, -1}, new byte[] {0, -1}, "AP8=");
        expect("bytearray", new byte[] {'a', 'b'}, new byte[] {'a', 'b'}, "YWI=");
        UUID uuid = new UUID(0, 5);
        expect("uuid", uuid, uuid.toString(), uuid.toString());
        expect("decimal", "1.10");
        expect("date", "2024-02-29");
        expect("naive datetime", "2024-02-29T12:34:56.000789");
        expect("aware datetime", INSTANT, INSTANT, INSTANT.toString());
        Instant offset = Instant.parse("2024-02-29T04:00:00Z");
        expect("offset datetime", offset, offset, "2024-02-29T12:00:00+08:00");
        expect("timedelta", "P1DT2S");
        expect("time", "01:02:03");
        expect("markup", Markup.of("<b>"));
        expect("ordered", Map.of("a", 2, "b", 1));
        expect("int keys", Map.of("1", "a"));
        expect("nan", Double.NaN, Double.NaN, "null");
        expect("inf", Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, "null");
        expect("huge int", HUGE);
        expect("2**64-1", LARGEST_UNSIGNED);
        expect("2**64", LARGEST_UNSIGNED.add(BigInteger.ONE));
        expect("flashes", List.of(List.of("message", "hi")));
        expect("lone surrogate", "\ud800");
        expect("memo", SHARED);
        expect("long text", "é".repeat(1000));
        expect("many", MANY);
    }

    static Stream<JsonNode> rows() {
        return Vectors.read("typed_values.json").stream();
    }

    private static List<Object> expected(JsonNode row) {
        return EXPECTED.get(row.get("case").stringValue());
    }

    private static byte[] stored(JsonNode row, String column) {
        return HexFormat.of().parseHex(row.get(column).stringValue());
    }

    private static Object plain(Object value) {
        return value instanceof ForeignValue foreign ? foreign.plain() : value;
    }

    @ParameterizedTest
    @MethodSource("rows")
    void pickleOfEveryProtocolIsReadAndWrittenBack(JsonNode row) {
        for (int protocol = 0; protocol <= 5; protocol++) {
            assertReadAndWrittenBack(
                    new Pickle(Pickle.Protocol.ASCII),
                    stored(row, "pickle" + protocol),
                    expected(row).get(0));
            assertReadAndWrittenBack(
                    new Pickle(Pickle.Protocol.BINARY),
                    stored(row, "pickle" + protocol),
                    expected(row).get(0));
        }
    }

    @ParameterizedTest
    @MethodSource("rowsInMsgpack")
    void msgpackIsReadAndWrittenBackByteForByte(JsonNode row) {
        Msgpack msgpack = new Msgpack();

        assertReadAndWrittenBack(msgpack, stored(row, "msgpack"), expected(row).get(1));
        assertThat(msgpack.write(msgpack.read(stored(row, "msgpack")))).isEqualTo(stored(row, "msgpack"));
    }

    static Stream<JsonNode> rowsInMsgpack() {
        return rows().filter(row -> row.has("msgpack"));
    }

    @ParameterizedTest
    @MethodSource("rowsInJson")
    void jsonIsReadAndWrittenBackByteForByte(JsonNode row) {
        PlainJson json = new PlainJson();
        Map<String, Object> data = json.read(stored(row, "json"));
        Object value = expected(row).get(2);

        assertThat(data.get("v")).isEqualTo("null".equals(value) ? null : value);
        assertThat(json.write(data)).isEqualTo(stored(row, "json"));
    }

    static Stream<JsonNode> rowsInJson() {
        return rows().filter(row -> row.has("json"));
    }

    /** Pickle to msgpack and to JSON, as when the format is changed: what msgspec would have made of it. */
    @ParameterizedTest
    @MethodSource("rowsInMsgpack")
    void whatAPickleHoldsIsWrittenInMsgpackAsMsgspecDoes(JsonNode row) {
        Map<String, Object> data = new Pickle(Pickle.Protocol.ASCII).read(stored(row, "pickle5"));

        assertThat(new Msgpack().write(data)).isEqualTo(stored(row, "msgpack"));
    }

    @ParameterizedTest
    @MethodSource("rowsInJsonThatAreNoNumbersOfPythonOnly")
    void whatAPickleHoldsIsWrittenInJsonAsMsgspecDoes(JsonNode row) {
        Map<String, Object> data = new Pickle(Pickle.Protocol.ASCII).read(stored(row, "pickle0"));

        assertThat(new PlainJson().write(data)).isEqualTo(stored(row, "json"));
    }

    /** An offset is gone once the value is an Instant. */
    static Stream<JsonNode> rowsInJsonThatAreNoNumbersOfPythonOnly() {
        List<String> others = List.of("nan", "inf", "offset datetime");
        return rowsInJson().filter(row -> !others.contains(row.get("case").stringValue()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"set", "frozenset", "decimal", "date", "naive datetime", "timedelta", "time", "int keys"})
    void whatOnlyPythonHasStaysForeign(String name) {
        JsonNode row = rows().filter(each -> each.get("case").stringValue().equals(name))
                .findFirst()
                .orElseThrow();
        Pickle pickle = new Pickle(Pickle.Protocol.BINARY);
        Object value = pickle.read(stored(row, "pickle0")).get("v");
        Object again = pickle.read(stored(row, "pickle5")).get("v");

        assertThat(value).isInstanceOf(ForeignValue.class).isEqualTo(again).hasSameHashCodeAs(again);
        assertThat(value.toString()).startsWith("ForeignValue[").doesNotContain("2024", "1");
    }

    private static void assertReadAndWrittenBack(SessionFormat format, byte[] stored, Object expected) {
        Map<String, Object> data = new StoredFormat(format).read(stored);

        assertThat(plain(data.get("v"))).isEqualTo(expected);
        assertThat(format.read(format.write(data)).get("v")).isEqualTo(data.get("v"));
    }
}
