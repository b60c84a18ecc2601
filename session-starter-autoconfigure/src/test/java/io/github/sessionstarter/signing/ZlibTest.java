package io.github.sessionstarter.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When a payload is not even tried: that must be as good as never another payload than those that zlib makes no shorter. */
class ZlibTest {

    private static final int MANY = 50_000;

    private static final List<String> WORDS = List.of(
            "user",
            "username",
            "name",
            "role",
            "roles",
            "admin",
            "editor",
            "cart",
            "items",
            "locale",
            "theme",
            "dark",
            "csrf_token",
            "count",
            "next",
            "last_seen",
            "email",
            "anna",
            "wolfgang",
            "maria",
            "example.com",
            "home");

    private final Random random = new Random(1);

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static boolean getsShorter(byte[] payload) {
        return Zlib.compress(payload, payload.length - 1) != null;
    }

    private String word() {
        return WORDS.get(random.nextInt(WORDS.size()));
    }

    private String value() {
        return switch (random.nextInt(8)) {
            case 0 -> Integer.toString(random.nextInt(1_000_000));
            case 1 -> Boolean.toString(random.nextBoolean());
            case 2 -> "[\"" + word() + "\",\"" + word() + "\"]";
            case 3 -> "{\" t\":[\"message\",\"" + word() + "\"]}";
            case 4 -> "\"" + Long.toHexString(random.nextLong()) + "\"";
            case 5 -> Integer.toString(random.nextInt(10));
            default -> "\"" + word() + "\"";
        };
    }

    /** As a session's, of one to five keys. */
    private byte[] payload() {
        return bytes(IntStream.rangeClosed(0, random.nextInt(5))
                .mapToObj(i -> "\"" + word() + "\":" + value())
                .collect(Collectors.joining(",", "{", "}")));
    }

    @Test
    void whatIsNotTriedWouldNotGetShorter() {
        int untried = 0;
        int wrong = 0;
        for (int i = 0; i < MANY; i++) {
            byte[] payload = payload();
            if (!Zlib.mayShorten(payload)) {
                untried++;
                wrong += getsShorter(payload) ? 1 : 0;
            }
        }

        assertThat(untried).isGreaterThan(MANY / 2);
        assertThat(wrong).isLessThan(untried / 1000);
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 32, 48, 64, 80, 81, 1000})
    void whatRepeatsItselfIsTried(int length) {
        byte[] payload = bytes("a".repeat(length));

        assertThat(Zlib.mayShorten(payload)).isTrue();
        assertThat(getsShorter(payload)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void whatHasNoThreeBytesTwiceIsNotTried(int length) {
        assertThat(Zlib.mayShorten(bytes("abc".substring(0, length)))).isFalse();
    }

    /** Each of the letters' triples once, then some of them again. */
    @Test
    void sixTriplesThatComeAgainAreTooFew() {
        String alphabet = "abcdefghijklmnopqrstuvwxyz";

        assertThat(Zlib.mayShorten(bytes(alphabet + alphabet.substring(0, 8)))).isFalse();
        assertThat(Zlib.mayShorten(bytes(alphabet + alphabet.substring(0, 9)))).isTrue();
    }

    @Test
    void whatIsLongIsTriedWhateverItHolds() {
        byte[] payload = new byte[81];
        random.nextBytes(payload);

        assertThat(Zlib.mayShorten(payload)).isTrue();
    }
}
