package io.github.sessionstarter.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.sessionstarter.CookieTooLargeException;
import io.github.sessionstarter.Opened;
import io.github.sessionstarter.repository.CookieSessionRepository;
import io.github.sessionstarter.serialization.TaggedJson;
import io.github.sessionstarter.signing.Digest;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever a session cookie holds. An input is the cookie as it comes, unless its first character says that a key of ours
 * signs the rest: else no fuzzer would ever see what is behind the signature.
 */
@Tag("cookie")
@Timeout(20)
class CookieFuzzTest {

    private static final int MAX_PAYLOAD = 1 << 20;

    private static final Itsdangerous ITSDANGEROUS = new Itsdangerous("cookie-session");
    private static final TaggedJson TAGGED_JSON = new TaggedJson();
    private static final CookieSessionRepository REPOSITORY =
            new CookieSessionRepository(Itsdangerous.KEYS, Digest.SHA1, Life.LIFETIME, Life.CLOCK);

    static Stream<Arguments> seeds() {
        return Stream.of(
                        Seeds.texts("bad_cookies.json", "cookie"),
                        Seeds.texts("bad_cookies.json", "cookie").map(CookieFuzzTest::signedAgain),
                        Seeds.texts("cookies.json", "payload").map(payload -> "payload:" + payload),
                        Seeds.texts("cookies.json", "payload").map(payload -> "zipped:" + payload),
                        Stream.of("wide:{\"v\":1}\u007f", "wide:{\"v\":1}\u0001", "stream:"))
                .flatMap(texts -> texts)
                .map(Seeds::seed);
    }

    private static String signedAgain(String cookie) {
        return "signed:" + cookie.substring(0, Math.max(0, cookie.lastIndexOf('.')));
    }

    @DictionaryFile(resourcePath = "cookie.dict")
    @DictionaryFile(resourcePath = "tagged-json.dict")
    @MethodSource("seeds")
    @FuzzTest
    void opensOneThatIsSignedAndANewSessionElse(byte[] input) {
        int colon = new String(input, ISO_8859_1).indexOf(':');
        byte[] rest = Arrays.copyOfRange(input, colon + 1, input.length);
        switch (new String(input, 0, Math.max(0, colon), ISO_8859_1)) {
            case "payload" -> assertOpens(rest, ITSDANGEROUS.token(rest, false));
            case "zipped" -> assertOpens(rest, ITSDANGEROUS.token(Itsdangerous.zlib(rest), true));
            case "wide" -> assertOpens(widened(rest), ITSDANGEROUS.token(Itsdangerous.zlib(widened(rest)), true));
            case "stream" -> assertOpens(ITSDANGEROUS.token(rest, true));
            case "signed" -> assertOpens(ITSDANGEROUS.signed(rest));
            default -> assertOpens(new String(input, ISO_8859_1));
        }
    }

    /** A payload of about the greatest size; its last byte says how far from it. */
    private static byte[] widened(byte[] payload) {
        int difference = payload.length == 0 ? 0 : payload[payload.length - 1];
        byte[] wide = Arrays.copyOf(payload, Math.max(0, payload.length - 1));
        int length = wide.length;
        wide = Arrays.copyOf(wide, MAX_PAYLOAD + difference);
        Arrays.fill(wide, length, wide.length, (byte) ' ');
        return wide;
    }

    /** Nothing is known of what is signed, if it is. */
    private static void assertOpens(String cookie) {
        Opened opened = open(cookie);

        assertThat(opened.isNew() || ITSDANGEROUS.isSigned(cookie)).isTrue();
        assertGoesOn(opened);
    }

    /** This payload is signed: the session holds it, or nobody can read it. */
    private static void assertOpens(byte[] payload, String cookie) {
        Map<String, Object> data =
                payload.length > MAX_PAYLOAD ? null : Cost.ofReading(payload.length, () -> TAGGED_JSON.read(payload));

        Opened opened = open(cookie);

        assertThat(opened.isNew()).isEqualTo(data == null);
        if (data != null) {
            assertThat(Values.same(opened.data(), data)).isTrue();
        }
        assertGoesOn(opened);
    }

    private static Opened open(String cookie) {
        return Cost.ofOpening(cookie.length() + MAX_PAYLOAD, () -> REPOSITORY.open(cookie));
    }

    private static void assertGoesOn(Opened opened) {
        if (opened.isNew()) {
            Life.assertNewAndEmpty(opened);
        }
        Life.change(opened);
        if (TAGGED_JSON.write(opened.data()).length <= MAX_PAYLOAD) {
            Life.assertSaved(REPOSITORY, opened);
        } else {
            assertThatThrownBy(() -> Life.assertSaved(REPOSITORY, opened)).isInstanceOf(CookieTooLargeException.class);
        }
    }
}
