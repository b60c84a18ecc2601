package io.github.sessionstarter.repository;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sessionstarter.Opened;
import io.github.sessionstarter.Vectors;
import io.github.sessionstarter.serialization.TaggedJson;
import io.github.sessionstarter.signing.Digest;
import io.github.sessionstarter.signing.SecretKeys;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Cookies that Flask signed, good and bad ones. */
class CookieVectorsTest {

    private static final TaggedJson TAGGED_JSON = new TaggedJson();

    static Stream<JsonNode> cookies() {
        return Vectors.read("cookies.json").stream();
    }

    static Stream<JsonNode> uncompressedCookies() {
        return cookies().filter(row -> !row.get("compressed").booleanValue());
    }

    static Stream<JsonNode> badCookies() {
        return Vectors.read("bad_cookies.json").stream();
    }

    private static CookieSessionRepository repository(JsonNode row, Digest digest, long now, Duration lifetime) {
        SecretKeys keys =
                SecretKeys.of(row.get("secret_key").stringValue(), Vectors.strings(row.get("secret_key_fallbacks")));
        Clock clock = Clock.fixed(Instant.ofEpochSecond(now), ZoneOffset.UTC);
        return new CookieSessionRepository(
                keys, digest, new SessionLifetime(lifetime, false, true, Duration.ZERO), clock);
    }

    private static CookieSessionRepository signingRepository(JsonNode row) {
        Digest digest = Digest.valueOf(row.get("digest").stringValue().toUpperCase(Locale.ROOT));
        return repository(row, digest, row.get("timestamp").longValue(), Duration.ofDays(31));
    }

    private static String json(Map<String, @Nullable Object> data) {
        return new String(TAGGED_JSON.write(data), StandardCharsets.UTF_8);
    }

    /** An empty session is never saved; what is saved is signed with the same. */
    private static String sign(CookieSessionRepository repository, Map<String, @Nullable Object> data) {
        return repository.serializer().dumps(data);
    }

    @ParameterizedTest
    @MethodSource("cookies")
    void readsWhatFlaskSigned(JsonNode row) {
        Opened opened = signingRepository(row).open(row.get("cookie").stringValue());

        assertThat(opened.isNew()).isFalse();
        assertThat(opened.rejection()).isNull();
        assertThat(json(opened.data())).isEqualTo(row.get("payload").stringValue());
    }

    @ParameterizedTest
    @MethodSource("uncompressedCookies")
    void signsByteForByteAsFlaskDoes(JsonNode row) {
        CookieSessionRepository repository = signingRepository(row);
        Map<String, @Nullable Object> data =
                repository.open(row.get("cookie").stringValue()).data();

        assertThat(sign(repository, data)).isEqualTo(row.get("cookie").stringValue());
    }

    @ParameterizedTest
    @MethodSource("cookies")
    void readsItsOwnOfTheSameData(JsonNode row) {
        CookieSessionRepository repository = signingRepository(row);
        Map<String, @Nullable Object> data =
                repository.open(row.get("cookie").stringValue()).data();

        String cookie = sign(repository, data);

        assertThat(json(repository.open(cookie).data()))
                .isEqualTo(row.get("payload").stringValue());
        assertThat(cookie.startsWith(".")).isEqualTo(row.get("compressed").booleanValue());
    }

    @ParameterizedTest
    @MethodSource("badCookies")
    void judgesAsFlaskDoesOrBetter(JsonNode row) {
        CookieSessionRepository repository = repository(
                row,
                Digest.SHA1,
                row.get("now").longValue(),
                Duration.ofSeconds(row.get("max_age").longValue()));

        Opened opened = repository.open(row.get("cookie").stringValue());

        assertThat(verdict(opened)).isIn(allowed(row));
    }

    private static String verdict(Opened opened) {
        return opened.isNew() ? "new" : json(opened.data());
    }

    /** Where this project means to differ: what is no map, and a tag whose content does not fit, is refused. */
    private static List<String> allowed(JsonNode row) {
        String name = row.get("case").stringValue();
        String payload = row.get("payload").stringValue(null);
        if (!row.get("flask").stringValue().equals("accepted")
                || name.equals("signed, 30 MB when inflated")
                || payload == null
                || !payload.startsWith("{")
                || payload.startsWith("{\" t\"")) {
            return List.of("new");
        }
        boolean misfit = List.of("signed, tuple tag on a string", "signed, bad bytes tag", "signed, bad date tag")
                .contains(name);
        return misfit ? List.of("new") : List.of(payload);
    }
}
