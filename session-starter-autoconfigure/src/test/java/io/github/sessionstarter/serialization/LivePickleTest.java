package io.github.sessionstarter.serialization;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sessionstarter.Markup;
import io.github.sessionstarter.Tuple;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What we write loads in a real Python, and what it writes comes back to it as it was. */
class LivePickleTest {

    /** Kept as they are, whatever Java makes of them. */
    private static final List<String> EXPRESSIONS = List.of(
            "{1, 2, 'a', (3, b'x')}",
            "set()",
            "frozenset()",
            "frozenset([frozenset([1]), frozenset()])",
            "{1: 'a', 'b': 2, (1, 2): [3], None: {4: 5}, 1.5: b'', b'k': True, frozenset([1]): 0}",
            "[{1: {2: {3: [{4}]}}}]",
            "Decimal('1.10')",
            "Decimal('-Infinity')",
            "Decimal('1E+400')",
            "datetime.date(1, 1, 1)",
            "datetime.date(9999, 12, 31)",
            "datetime.datetime(2024, 2, 29, 12, 34, 56, 789)",
            "datetime.datetime(2024, 10, 27, 2, 30, fold=1)",
            "datetime.datetime(1, 1, 1, tzinfo=datetime.timezone(datetime.timedelta(hours=8)))",
            "datetime.time(1, 2, 3, 4)",
            "datetime.time(2, 30, fold=1, tzinfo=datetime.timezone.utc)",
            "datetime.time(1, 2, tzinfo=datetime.timezone(datetime.timedelta(hours=-5, seconds=1), 'name'))",
            "datetime.timedelta(-1, 5, 6)",
            "datetime.timedelta.min",
            "datetime.timezone.utc",
            "datetime.timezone(datetime.timedelta(hours=8))",
            "uuid.UUID(int=2**128 - 1)",
            "uuid.UUID(int=0)",
            "Markup('<b>é\\n\\\\u0041</b>')",
            "b''",
            "bytes(range(256)) * 2",
            "(1,), (), ((),), [()]",
            "[-1, 0, 255, 256, 65535, 65536, -2**31, 2**31, -2**63, 2**63, 2**64, -2**2047, 2**2047, 10**4299]",
            "[0.0, -0.0, 5e-324, 1.7976931348623157e308, 2e23, 1e16, float('nan'), float('inf'), -float('inf')]",
            "['', '\\ud800', '\\udfff x', 'é\\n\\r\\0\\x1a\\\\u0041\\\\', '\\U0010ffff', 'x' * 300, '漢' * 70000]",
            "[True, False, None, 1, 0]",
            "[list(range(2000)), {str(i): i for i in range(2000)}]",
            "[[[[[[[[[['deep']]]]]]]]]] * 3");

    private static Map<String, @Nullable Object> session(@Nullable Object value) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("v", value);
        return data;
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    @ParameterizedTest
    @EnumSource
    void whatPythonWroteComesBackAsItWas(Pickle.Protocol protocol) {
        SessionFormat format = new StoredFormat(new Pickle(protocol));
        List<String> dumps = PythonPeer.answers("dump", EXPRESSIONS);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < dumps.size(); i++) {
            byte[] written = format.write(format.read(HexFormat.of().parseHex(dumps.get(i))));
            lines.add(hex(written) + "\t" + EXPRESSIONS.get(i / 6));
        }

        assertThat(lines).hasSize(6 * EXPRESSIONS.size());
        assertThat(PythonPeer.answers("load", lines)).hasSize(lines.size()).containsOnly("equal");
    }

    @ParameterizedTest
    @EnumSource
    void whatJavaWritesLoads(Pickle.Protocol protocol) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("None", null);
        values.put("[True, 1, 2**40, 2**70]", List.of(true, 1, 1L << 40, BigInteger.TWO.pow(70)));
        values.put("-2**14283", BigInteger.TWO.pow(14_283).negate());
        values.put("[1.5, -0.0, 1e300]", List.of(1.5, -0.0, 1e300));
        values.put("['a', ('b', ['c']), {'d': {}}]", List.of("a", Tuple.of("b", List.of("c")), nested()));
        values.put("b'\\x00\\xff'", new byte[] {0, -1});
        values.put(
                "uuid.UUID('c7f336da-84c6-a400-20b8-1d7f8e9e7bb8')",
                UUID.fromString("c7f336da-84c6-a400-20b8-1d7f8e9e7bb8"));
        values.put(
                "datetime.datetime(2024, 2, 29, 12, 34, 56, 789, datetime.timezone.utc)",
                Instant.parse("2024-02-29T12:34:56.000789999Z"));
        values.put("Markup('<b>')", Markup.of("<b>"));
        values.put(
                "[('message', Markup('<i>hi</i>')), None]",
                Arrays.asList(Tuple.of("message", Markup.of("<i>hi</i>")), null));
        Pickle pickle = new Pickle(protocol);
        List<String> lines = values.entrySet().stream()
                .map(entry -> hex(pickle.write(session(entry.getValue()))) + "\t" + entry.getKey())
                .toList();

        assertThat(PythonPeer.answers("load", lines)).hasSize(lines.size()).containsOnly("equal");
    }

    private static Map<String, Object> nested() {
        return Map.of("d", Map.of());
    }
}
