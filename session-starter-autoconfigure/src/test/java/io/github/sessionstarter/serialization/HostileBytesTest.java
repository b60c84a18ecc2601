package io.github.sessionstarter.serialization;

import static io.github.sessionstarter.serialization.Hostile.MANY;
import static io.github.sessionstarter.serialization.Hostile.assertNoError;
import static io.github.sessionstarter.serialization.Hostile.assertRefused;
import static io.github.sessionstarter.serialization.Hostile.assertRefusedHex;
import static io.github.sessionstarter.serialization.Hostile.latin1;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.sessionstarter.Vectors;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/** Whatever lies in a store: a RuntimeException, soon, without much memory. */
@Timeout(60)
class HostileBytesTest {

    @Test
    void declaredLengthsAreNotBelieved() {
        // msgpack: 4 GiB of map, array, text, bytes, extension, then nested arrays that claim the rest
        assertRefusedHex("dfffffffff");
        assertRefusedHex("81a176ddffffffff");
        assertRefusedHex("81a176dd7fffffff");
        assertRefusedHex("81a176dbffffffff61");
        assertRefusedHex("81a176db7fffffff61");
        assertRefusedHex("81a176c67fffffff61");
        assertRefusedHex("81a176c97fffffff0161");
        assertRefusedHex("81a176c97fffffffff61");
        assertRefusedHex("81a176" + "dd000001f4".repeat(100));
        // pickle: texts, bytes, integers and frames
        assertRefusedHex("80025876ffffff7f2e");
        assertRefusedHex("80027d58ffffffff61");
        assertRefusedHex("80047d8dffffffffffffffff61");
        assertRefusedHex("80047d8dffffffffffffff7f61");
        assertRefusedHex("80057d96ffffffffffffff7f61");
        assertRefusedHex("80037d42ffffff7f61");
        assertRefusedHex("80027d8bffffff7f61");
        assertRefusedHex("800495ffffffffffffff7f7d2e");
    }

    @Test
    void deepNestingIsRefused() {
        assertRefused("{\"v\":" + "[".repeat(MANY) + "]".repeat(MANY) + "}");
        assertRefused("{\"v\":".repeat(MANY) + "1" + "}".repeat(MANY));
        assertRefused("\u0081\u00a1v" + "\u0091".repeat(MANY) + "\u0001");
        assertRefused("\u0081\u00a1v".repeat(MANY) + "\u0001");
        assertRefused("\u0081".repeat(MANY));
        assertRefused("(dVv\n" + "(".repeat(MANY) + "t".repeat(MANY) + "s.");
        assertRefused("(dVv\n" + "(l".repeat(MANY) + "a".repeat(MANY - 1) + "s.");
        assertRefused("(dVv\n)" + "\u0085".repeat(MANY) + "s.");
        assertRefused("(dVv\n" + "cbuiltins\nfrozenset\n".repeat(MANY) + ")" + "R\u0085".repeat(MANY) + "s.");
    }

    @Test
    void longIntegersAreRefused() {
        String digits = "9".repeat(MANY);

        assertRefused("{\"v\":" + digits + "}");
        assertRefused("{\"v\":1e" + digits + "}");
        assertRefused("{\"v\":1e999}");
        assertRefused("(dVv\nL" + digits + "L\ns.");
        assertRefused("(dVv\nI" + digits + "\ns.");
        assertRefused("(dVv\nF" + digits + "\ns.");
        assertRefused("\u0080\u0002}Vv\n\u008b\u0000\u0000\u0001\u0000" + "\u007f".repeat(65_536) + "s.");
    }

    @Test
    void otherThingsThanSessionsAreRefused() {
        assertRefused("");
        assertRefused("hello");
        assertRefused("[1]");
        assertRefused(" ");
        assertRefused("{\"a\":1} x");
        assertRefused("{\"a\":NaN}");
        assertRefused("{\"a\":\"\\ud800\"}");
        assertRefused("{\"a\":\"\u00ff\"}");
        assertRefused("\u00ff\u00fe{\u0000}\u0000");
        assertRefused("\u0080\u0080");
        assertRefused("\u0081\u0001\u0001");
        assertRefused("\u0081\u00a1\u00ff\u0001");
        assertRefused("\u0081\u00a1v\u00c1");
        assertRefused("\u0093\u0001\u0002\u0003");
        assertRefused(new byte[Bounds.MAX_SIZE + 1]);
    }

    @Test
    void whatEndsTooEarlyIsRefused() {
        for (JsonNode row : Vectors.read("typed_values.json")) {
            for (Map.Entry<String, JsonNode> column : row.properties()) {
                if (column.getKey().matches("json|msgpack|pickle.")) {
                    byte[] whole = HexFormat.of().parseHex(column.getValue().stringValue());
                    // of a later pickle, the first byte alone is msgpack's empty map
                    for (int length = whole[0] == (byte) 0x80 ? 2 : 0; length < whole.length; length++) {
                        assertRefused(Arrays.copyOf(whole, length));
                    }
                }
            }
        }
    }

    @Test
    void randomBytesRaiseNothingWorseThanAnException() {
        Random random = new Random(42);
        String[] starts = {"", "\u0080\u0004", "(dVv\n", "}", "{\"", "\u0081\u00a1v", "\u008f"};
        for (int i = 0; i < MANY; i++) {
            byte[] bytes = new byte[random.nextInt(80)];
            random.nextBytes(bytes);

            assertNoError(latin1(starts[i % starts.length] + new String(bytes, ISO_8859_1)));
        }
    }

    @Test
    void damagedVectorsRaiseNothingWorseThanAnException() {
        Random random = new Random(42);
        for (JsonNode row : Vectors.read("typed_values.json")) {
            for (Map.Entry<String, JsonNode> column : row.properties()) {
                if (column.getKey().matches("json|msgpack|pickle.")) {
                    byte[] bytes = HexFormat.of().parseHex(column.getValue().stringValue());
                    for (int i = 0; i < 300; i++) {
                        byte[] damaged = bytes.clone();
                        damaged[random.nextInt(bytes.length)] = (byte) random.nextInt();
                        damaged[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
                        assertNoError(damaged);
                    }
                }
            }
        }
    }
}
