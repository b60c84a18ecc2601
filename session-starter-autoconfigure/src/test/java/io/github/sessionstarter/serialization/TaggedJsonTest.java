package io.github.sessionstarter.serialization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sessionstarter.Markup;
import io.github.sessionstarter.Tuple;
import java.math.BigInteger;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TaggedJsonTest {

    private final TaggedJson taggedJson = new TaggedJson();

    private String write(Map<String, @Nullable Object> data) {
        return new String(taggedJson.write(data), StandardCharsets.UTF_8);
    }

    private Map<String, @Nullable Object> read(String json) {
        return taggedJson.read(json.getBytes(StandardCharsets.UTF_8));
    }

    private void assertBothWays(Object value, String json) {
        String whole = "{\"v\":" + json + "}";
        assertThat(write(Map.of("v", value))).isEqualTo(whole);
        assertThat(read(whole)).isEqualTo(Map.of("v", value));
    }

    @Test
    void plainValues() {
        assertBothWays(true, "true");
        assertBothWays(1, "1");
        assertBothWays(1L << 40, "1099511627776");
        assertBothWays(BigInteger.TWO.pow(70), "1180591620717411303424");
        assertBothWays(1.0, "1.0");
        assertBothWays("text", "\"text\"");
        assertBothWays(List.of(1, List.of("a")), "[1,[\"a\"]]");
        assertBothWays(Map.of("a", 1, "b", 2), "{\"a\":1,\"b\":2}");
        assertThat(write(new HashMap<>(singletonNull()))).isEqualTo("{\"v\":null}");
    }

    private static Map<String, @Nullable Object> singletonNull() {
        Map<String, @Nullable Object> map = new HashMap<>();
        map.put("v", null);
        return map;
    }

    @Test
    void taggedValues() {
        assertBothWays(Tuple.of(1, "a", Tuple.of()), "{\" t\":[1,\"a\",{\" t\":[]}]}");
        assertBothWays(Markup.of("<b>"), "{\" m\":\"<b>\"}");
        assertBothWays(
                UUID.fromString("c7f336da-84c6-a400-20b8-1d7f8e9e7bb8"),
                "{\" u\":\"c7f336da84c6a40020b81d7f8e9e7bb8\"}");
        assertBothWays(Instant.parse("2023-11-05T02:03:04Z"), "{\" d\":\"Sun, 05 Nov 2023 02:03:04 GMT\"}");
        assertThat(write(Map.of("v", new byte[] {-1, -2}))).isEqualTo("{\"v\":{\" b\":\"//4=\"}}");
        assertThat(read("{\"v\":{\" b\":\"//4=\"}}").get("v")).isEqualTo(new byte[] {-1, -2});
    }

    @Test
    void aTupleIsReadAsATuple() {
        assertThat(read("{\"v\":{\" t\":[]}}").get("v")).isInstanceOf(Tuple.class);
        assertThat(read("{\"v\":[]}").get("v")).isNotInstanceOf(Tuple.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {" di", " t", " b", " m", " u", " d"})
    void aMapThatLooksLikeATagIsMasked(String tag) {
        assertBothWays(Map.of(tag, 1), "{\" di\":{\"" + tag + "__\":1}}");
        assertBothWays(Map.of(tag, 1, "a", 2), "{\"" + tag + "\":1,\"a\":2}");
    }

    @Test
    void theSessionItselfIsMaskedToo() {
        assertThat(write(Map.of(" t", 1))).isEqualTo("{\" di\":{\" t__\":1}}");
        assertThat(read("{\" di\":{\" t__\":1}}")).isEqualTo(Map.of(" t", 1));
    }

    @Test
    void anUnknownTagIsAMap() {
        assertBothWays(Map.of(" zz", 1), "{\" zz\":1}");
    }

    @Test
    void writesAsciiWithLowerCaseEscapes() {
        assertBothWays("\"\\/\b\f\n\r\t\u0000\u001f\u007f", "\"\\\"\\\\/\\b\\f\\n\\r\\t\\u0000\\u001f\\u007f\"");
        assertBothWays("é漢\u2028😀", "\"\\u00e9\\u6f22\\u2028\\ud83d\\ude00\"");
    }

    @Test
    void loneSurrogatesSurviveInValuesAndKeys() {
        assertBothWays("a\ud83d", "\"a\\ud83d\"");
        assertBothWays(Map.of("\ude00", "\ude00\ud83d"), "{\"\\ude00\":\"\\ude00\\ud83d\"}");
    }

    @Test
    void whatIsReadCanBeChanged() {
        Map<String, @Nullable Object> data = read("{\"list\":[1],\"map\":{}}");

        data.put("new", 1);
        @SuppressWarnings("unchecked")
        List<Object> list = (List<Object>) data.get("list");
        list.add(2);

        assertThat(data).hasSize(3).containsEntry("list", List.of(1, 2));
    }

    @Test
    void readsPythonsInfinityAndNan() {
        assertThat(read("{\"v\":[NaN,Infinity,-Infinity,1e400]}").get("v"))
                .isEqualTo(Arrays.asList(
                        Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{}{}",
                "[]",
                "1",
                "null",
                "{'a':1}",
                "{\"a\":1,}",
                "{\"v\":{\" t\":\"abc\"}}",
                "{\"v\":{\" b\":\"%%%\"}}",
                "{\"v\":{\" u\":\"zz\"}}",
                "{\"v\":{\" u\":\"+7f336da84c6a40020b81d7f8e9e7bb8\"}}",
                "{\"v\":{\" d\":\"yesterday\"}}",
                "{\"v\":{\" d\":\"Fri, 30 Feb 2024 00:00:00 GMT\"}}",
                "{\"v\":{\" d\":\"Sat, 01 Jan 0000 00:00:00 GMT\"}}",
                "{\"v\":{\" d\":\"Sat, 01 Jan +10000 00:00:00 GMT\"}}",
                "{\"v\":{\" m\":1}}",
                "{\"v\":{\" di\":1}}",
                "{\"v\":{\" di\":{}}}",
                "{\"v\":{\" di\":{\"x\":1}}}"
            })
    void refusesWhatIsNoTaggedSession(String json) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(RuntimeException.class);
    }

    @Test
    void refusesWhatIsNoUtf8() {
        byte[] json = "{\"v\":\"?\"}".getBytes(StandardCharsets.US_ASCII);
        json[6] = (byte) 0xff;

        assertThatThrownBy(() -> taggedJson.read(json)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Jackson would recognise them, Python's decoder of payloads does not. */
    @ParameterizedTest
    @ValueSource(strings = {"UTF-16BE", "UTF-16LE", "UTF-16", "UTF-32BE", "UTF-32LE"})
    void refusesOtherEncodings(String charset) {
        byte[] json = "{\"v\":1}".getBytes(Charset.forName(charset));

        assertThatThrownBy(() -> taggedJson.read(json)).isInstanceOf(RuntimeException.class);
    }

    /** What is printable ASCII without escapes is read as bytes, all else as characters. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"v\":[1,-1,0,-0,1.5,-0.0,1e16,1E-5,2147483648,-9223372036854775809]}",
                "{\"v\":[NaN,Infinity,-Infinity]}",
                "{\"v\":[true,false,null,\"\",\"text\",{},[]]}",
                "{ \"v\" : [ 1 , 2 ] }",
                "{\"v\":1,\"v\":2}",
                "{\"v\":01}",
                "{\"v\":+1}",
                "{\"v\":.5}",
                "{\"v\":1.}",
                "{\"v\":1}/**/",
                "{\"v\":1}#",
                "{v:1}",
                "{\"v\":tru}",
                "{\"v\":\"",
                "{\"v\":[1,,2]}",
                "{\"v\":1 2}"
            })
    void readsBytesAsItReadsCharacters(String json) {
        assertThat(outcome(json)).isEqualTo(outcome(json + "\n"));
    }

    private Object outcome(String json) {
        try {
            return read(json);
        } catch (RuntimeException e) {
            return "refused";
        }
    }

    @Test
    void readsAKeyOfAnyLength() {
        String key = "k".repeat(100_000);

        assertThat(read(write(Map.of(key, 1)))).isEqualTo(Map.of(key, 1));
    }

    @Test
    void refusesWhatIsNestedTooDeeplyBeforeTheStackIsFull() {
        assertThatThrownBy(() -> read("{\"a\":" + "[".repeat(100_000))).isInstanceOf(RuntimeException.class);
    }

    @Test
    void readsWhatTheDeepestSessionWrites() {
        Object value = 1;
        for (int i = 0; i < 200; i++) {
            value = Tuple.of(value);
        }

        assertThat(read(write(Map.of("v", value)))).isEqualTo(Map.of("v", value));
    }

    @Test
    void refusesAnUnknownTypeByName() {
        assertThatThrownBy(() -> write(Map.of("v", new AtomicReference<>("precious"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("java.util.concurrent.atomic.AtomicReference")
                .hasMessageNotContaining("precious");
    }

    @Test
    void saysWhatItCannotCarry() {
        assertThat(taggedJson.refusal(Instant.parse("0999-12-31T23:59:59Z"))).contains("1000 to 9999");
        assertThat(taggedJson.refusal(Instant.MAX)).isNotNull();
        assertThat(taggedJson.refusal(BigInteger.TEN.pow(4300))).contains("4300");
        assertThat(taggedJson.refusal(BigInteger.TEN.pow(4299))).isNull();
        assertThat(taggedJson.refusal(Instant.parse("1000-01-01T00:00:00Z"))).isNull();
        assertThat(taggedJson.refusal(Double.NaN)).isNull();
    }

    @Test
    void theLongestIntegerReadsBack() {
        BigInteger longest = BigInteger.TWO.pow(14_283).negate();

        assertThat(read(write(Map.of("v", longest)))).isEqualTo(Map.of("v", longest));
        assertThat(taggedJson.refusal(longest)).isNull();
    }

    @Test
    void keysAreSorted() {
        Map<String, @Nullable Object> data = new HashMap<>();
        List<String> keys = new ArrayList<>(List.of("b", "a", "\ud83d\ude00", "\uffee", "B", ""));
        keys.forEach(key -> data.put(key, 1));

        assertThat(write(data)).isEqualTo("{\"\":1,\"B\":1,\"a\":1,\"b\":1,\"\\uffee\":1,\"\\ud83d\\ude00\":1}");
    }
}
