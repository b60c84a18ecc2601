package io.github.sessionstarter.serialization;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sessionstarter.ForeignValue;
import io.github.sessionstarter.Markup;
import io.github.sessionstarter.Tuple;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

class StoredFormatTest {

    private static final Msgpack MSGPACK = new Msgpack();
    private static final PlainJson JSON = new PlainJson();
    private static final Pickle ASCII = new Pickle(Pickle.Protocol.ASCII);
    private static final Pickle BINARY = new Pickle(Pickle.Protocol.BINARY);

    static Stream<SessionFormat> formats() {
        return Stream.of(MSGPACK, JSON, ASCII, BINARY);
    }

    private static Object reread(SessionFormat format, Object value) {
        return new StoredFormat(format)
                .read(new StoredFormat(format).write(Map.of("v", value)))
                .get("v");
    }

    private static Map<String, Object> readHex(SessionFormat format, String hex) {
        return format.read(HexFormat.of().parseHex(hex));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void everyFormatCarries(SessionFormat format) {
        Map<String, Object> data = new HashMap<>();
        data.put("null", null);
        data.put("numbers", List.of(true, 0, -33, Integer.MAX_VALUE, 1L << 40, Long.MIN_VALUE, 1.5, -0.0, 1e300));
        data.put("unsigned", BigInteger.TWO.pow(64).subtract(BigInteger.ONE));
        data.put("text", List.of("", "\0\n\\u0041", "é漢😀\u2028", "x".repeat(70_000)));
        data.put("nested", Map.of("a", List.of(Map.of(), List.of())));

        assertThat(new StoredFormat(format).read(format.write(data))).isEqualTo(data);
        assertThat(data.values())
                .allSatisfy(value -> assertThat(format.refusal(value)).isNull());
    }

    @ParameterizedTest
    @MethodSource("formats")
    void anEmptySessionIsRecognised(SessionFormat format) {
        assertThat(new StoredFormat(JSON).read(format.write(Map.of()))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("formats")
    void whatIsReadCanBeChanged(SessionFormat format) {
        Map<String, Object> data = format.read(format.write(Map.of("list", List.of(1), "map", Map.of())));

        data.put("more", 1);
        ((List<?>) data.get("list")).clear();
        ((Map<?, ?>) data.get("map")).clear();

        assertThat(data).isEqualTo(Map.of("list", List.of(), "map", Map.of(), "more", 1));
    }

    @Test
    void msgpackHasArraysTextAndATimestamp() {
        UUID uuid = UUID.randomUUID();
        Instant nanoseconds = Instant.parse("2024-02-29T12:34:56.123456789Z");

        assertThat(reread(MSGPACK, Tuple.of(1))).isEqualTo(List.of(1)).isNotInstanceOf(Tuple.class);
        assertThat(reread(MSGPACK, uuid)).isEqualTo(uuid.toString());
        assertThat(reread(MSGPACK, Markup.of("<b>"))).isEqualTo("<b>");
        assertThat(reread(MSGPACK, nanoseconds)).isEqualTo(nanoseconds);
        assertThat(reread(MSGPACK, Instant.parse("0001-01-01T00:00:00Z")))
                .isEqualTo(Instant.parse("0001-01-01T00:00:00Z"));
        assertThat(reread(MSGPACK, Double.NaN)).isEqualTo(Double.NaN);
    }

    @Test
    void jsonHasTextWhereItHasNothingElse() {
        assertThat(JSON.write(Map.of("v", new byte[] {0, -1}))).isEqualTo("{\"v\":\"AP8=\"}".getBytes(UTF_8));
        assertThat(JSON.write(Map.of("v", Instant.parse("2024-02-29T12:34:56Z"))))
                .isEqualTo("{\"v\":\"2024-02-29T12:34:56Z\"}".getBytes(UTF_8));
        assertThat(JSON.write(Map.of("v", "é😀\u2028\u007f/<")))
                .isEqualTo("{\"v\":\"é😀\u2028\u007f/<\"}".getBytes(UTF_8));
        assertThat(JSON.read(" \r\n\t{\"v\": 1e2}\n".getBytes(UTF_8))).isEqualTo(Map.of("v", 100.0));
    }

    @Test
    void everyFormatSaysWhatItRefuses() {
        BigInteger beyond = BigInteger.TWO.pow(64);
        Instant year10000 = Instant.parse("+10000-01-01T00:00:00Z");
        BigInteger endless = BigInteger.TEN.pow(4300);

        assertThat(MSGPACK.refusal(beyond)).isEqualTo("msgpack has no integers beyond 64 bits");
        assertThat(MSGPACK.refusal(BigInteger.TWO.pow(63).negate().subtract(BigInteger.ONE)))
                .isNotNull();
        assertThat(MSGPACK.refusal("\ud800")).isEqualTo("UTF-8 has no lone surrogates");
        assertThat(MSGPACK.refusal(Markup.of("\udc00x"))).isEqualTo("UTF-8 has no lone surrogates");
        assertThat(JSON.refusal("\ud800")).isEqualTo("UTF-8 has no lone surrogates");
        assertThat(JSON.refusal(Double.NaN)).isEqualTo("JSON has no NaN and no infinity");
        assertThat(JSON.refusal(Double.NEGATIVE_INFINITY)).isNotNull();
        assertThat(JSON.refusal(endless)).contains("4300 digits");
        assertThat(BINARY.refusal(endless)).contains("4300 digits");
        assertThat(formats())
                .allSatisfy(format -> assertThat(format.refusal(year10000)).contains("1 to 9999"));
        assertThat(Stream.of(JSON, BINARY))
                .allSatisfy(format -> assertThat(format.refusal(beyond)).isNull());
        assertThat(BINARY.refusal("\ud800")).isNull();
    }

    @ParameterizedTest
    @MethodSource("formats")
    void whatIsNoValueOfASessionIsNotWritten(SessionFormat format) {
        Map<String, Object> endless = Map.of("v", BigInteger.TEN.pow(4300));

        assertThatThrownBy(() -> format.write(Map.of("v", new BigDecimal("12345"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("BigDecimal")
                .hasMessageNotContaining("12345");
        assertThatThrownBy(() -> format.write(Map.of("v", Map.of(1, 2)))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> format.write(endless))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("BigInteger");
    }

    @Test
    void aKeyThatUtf8HasNotIsNotWritten() {
        assertThatThrownBy(() -> MSGPACK.write(Map.of("\ud800", 1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> JSON.write(Map.of("\ud800", 1))).isInstanceOf(IllegalArgumentException.class);
        assertThat(ASCII.read(ASCII.write(Map.of("\ud800", 1)))).containsKey("\ud800");
    }

    @Test
    void whatOnlyMsgpackHasIsWrittenBackByteForByte() {
        // an unknown extension, a timestamp of no year that Python has, keys that are integers, arrays and bytes
        List<String> values =
                List.of("c70305010203", "d40100", "c70cff00000000" + "7fffffffffffffff", "8401029101c0c40161c0a0c3");

        assertThat(values).allSatisfy(value -> {
            Map<String, Object> data = readHex(MSGPACK, "81a176" + value);
            assertThat(data.get("v")).isInstanceOf(ForeignValue.class);
            assertThat(HexFormat.of().formatHex(MSGPACK.write(data))).isEqualTo("81a176" + value);
        });
    }

    @Test
    void keysThatAreNoStringsPassFromOneFormatToAnother() {
        Map<String, Object> data = readHex(MSGPACK, "81a1768101a161");

        assertThat(ASCII.read(ASCII.write(data))).isEqualTo(data);
        assertThat(JSON.write(data)).isEqualTo("{\"v\":{\"1\":\"a\"}}".getBytes(UTF_8));
    }

    @Test
    void aForeignValueIsReadAsTheTypeThatIsNearest() {
        JsonMapper mapper = JsonMapper.shared();
        Object date = ASCII.read(
                        "(dVv\ncdatetime\ndate\n(c_codecs\nencode\n(V\\u0007\\u00e8\\u0002\\u001d\nVlatin1\ntRtRs."
                                .getBytes(UTF_8))
                .get("v");
        Object decimal = ASCII.read("(dVv\ncdecimal\nDecimal\n(V1.10\ntRs.".getBytes(UTF_8))
                .get("v");
        Object duration = ASCII.read("(dVv\ncdatetime\ntimedelta\n(I-1\nI5\nI0\ntRs.".getBytes(UTF_8))
                .get("v");
        Object set =
                ASCII.read("(dVv\ncbuiltins\nset\n((I1\nltRs.".getBytes(UTF_8)).get("v");

        assertThat(mapper.convertValue(date, LocalDate.class)).isEqualTo("2024-02-29");
        assertThat(mapper.convertValue(decimal, BigDecimal.class)).isEqualTo("1.10");
        assertThat(mapper.convertValue(duration, Duration.class))
                .isEqualTo(Duration.ofDays(-1).plusSeconds(5));
        assertThat(mapper.convertValue(set, Integer[].class)).containsExactly(1);
    }

    @Test
    void aForeignValueGivesNothingOfItselfAway() {
        ForeignValue map = (ForeignValue) readHex(MSGPACK, "81a176810191a161").get("v");
        Map<?, ?> plain = (Map<?, ?>) map.plain();
        ((List<?>) plain.get("1")).clear();

        assertThat(map.plain()).isEqualTo(Map.of("1", List.of("a")));
        assertThat(map.toString()).isEqualTo("ForeignValue[map with keys other than strings]");
    }

    @Test
    void aKeyThatIsNoStringHasTheTextThatJsonHasForIt() {
        ForeignValue bytes =
                (ForeignValue) readHex(MSGPACK, "81a17681c4026869c0").get("v");
        ForeignValue nested =
                (ForeignValue) readHex(MSGPACK, "81a176819291c40268690100").get("v");
        ForeignValue instant =
                (ForeignValue) readHex(MSGPACK, "81a17681d6ff6553f100c3").get("v");

        assertThat(bytes.plain()).isEqualTo(Collections.singletonMap("aGk=", null));
        assertThat(nested.plain()).isEqualTo(Map.of("[[aGk=], 1]", 0));
        assertThat(instant.plain()).isEqualTo(Map.of("2023-11-14T22:13:20Z", true));
    }

    @Test
    void aLoneSurrogateInJsonIsNotRead() {
        assertThatThrownBy(() -> JSON.read("{\"\\ud800\":1}".getBytes(UTF_8))).hasMessageContaining("lone surrogate");
        assertThatThrownBy(() -> JSON.read("{\"v\":\"\\ud800\"}".getBytes(UTF_8)))
                .hasMessageContaining("lone surrogate");
    }

    @Test
    void aMapIsNoKey() {
        assertThatThrownBy(() -> readHex(MSGPACK, "81a176818000")).hasMessageContaining("hashed");
        assertThatThrownBy(() -> readHex(MSGPACK, "81a17681918101000a")).hasMessageContaining("hashed");
        assertThatThrownBy(() -> readHex(MSGPACK, "81a1768181010000")).hasMessageContaining("hashed");
        assertThatThrownBy(() -> BINARY.read("(dVv\n(cbuiltins\nfrozenset\n(((dltRI1\nds.".getBytes(UTF_8)))
                .hasMessageContaining("hashed");
    }
}
