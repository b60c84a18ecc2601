package io.github.sessionstarter.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.sessionstarter.Opened;
import io.github.sessionstarter.SessionStore;
import io.github.sessionstarter.repository.SessionIds;
import io.github.sessionstarter.repository.StoreSessionRepository;
import io.github.sessionstarter.serialization.Msgpack;
import io.github.sessionstarter.serialization.StoredFormat;
import io.github.sessionstarter.store.memory.MemorySessionStore;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever a cookie names a session by. An input is the cookie as it comes, unless it begins with {@code signed:}: then
 * a key of ours signs the rest.
 */
@Tag("sid")
@Timeout(20)
class SidFuzzTest {

    private static final String KNOWN = "nUOlnNWFRfnQWeJbMbvaQOmBUnYkRDnfvHwFVDJZbGI";
    private static final String SIGNED = "signed:";
    private static final String PREFIX = "session:";
    private static final String LONG_PREFIX = "p".repeat(64);

    private static final Itsdangerous ITSDANGEROUS = new Itsdangerous(SessionIds.SALT);
    private static final SessionIds PLAIN_IDS = new SessionIds(PREFIX, 32, false, null);
    private static final SessionIds IDS_OF_LONG_KEYS = new SessionIds(LONG_PREFIX, 32, false, null);
    private static final SessionIds SIGNED_IDS =
            new SessionIds(PREFIX, 32, false, Itsdangerous.signer(SessionIds.SALT));

    private static final StoredFormat FORMAT = new StoredFormat(new Msgpack());
    private static final byte[] RECORD = FORMAT.write(Map.of("user", "known"));

    static Stream<Arguments> seeds() {
        return Stream.of(
                        Stream.of(
                                KNOWN, SIGNED + KNOWN, ITSDANGEROUS.signed(KNOWN.getBytes(UTF_8)), "../../etc/passwd"),
                        Stream.of(
                                "a".repeat(186),
                                "a".repeat(187),
                                "a".repeat(242),
                                SIGNED + "a".repeat(243),
                                SIGNED + KNOWN + ".a"),
                        Seeds.texts("signers.json", "value").map(value -> SIGNED + value),
                        Seeds.texts("signers.json", "signed"))
                .flatMap(texts -> texts)
                .map(Seeds::seed);
    }

    @DictionaryFile(resourcePath = "sid.dict")
    @MethodSource("seeds")
    @FuzzTest
    void isNotAdoptedUnlessItsSessionIsThere(byte[] input) {
        String text = new String(input, UTF_8);
        boolean signed = text.startsWith(SIGNED);
        String cookie =
                signed ? ITSDANGEROUS.signed(text.substring(SIGNED.length()).getBytes(UTF_8)) : text;

        assertNotAdopted(PREFIX, PLAIN_IDS, cookie, cookie.equals(KNOWN));
        assertNotAdopted(LONG_PREFIX, IDS_OF_LONG_KEYS, cookie, cookie.equals(KNOWN));
        assertNotAdopted(
                PREFIX, SIGNED_IDS, cookie, cookie.matches(KNOWN + "\\.[^.]*") && ITSDANGEROUS.isSigned(cookie));
    }

    private static void assertNotAdopted(String prefix, SessionIds ids, String cookie, boolean known) {
        List<String> keys = new ArrayList<>();
        MemorySessionStore store = new MemorySessionStore(Life.CLOCK);
        store.insert(prefix + KNOWN, RECORD, Life.LIFETIME.lifetime());
        StoreSessionRepository repository =
                new StoreSessionRepository(watched(store, keys), FORMAT, ids, Life.LIFETIME, Life.CLOCK);

        Opened opened = repository.open(cookie);

        assertThat(opened.isNew()).isEqualTo(!known);
        assertThat(KNOWN.equals(opened.id())).isEqualTo(known);
        if (!known) {
            Life.assertNewAndEmpty(opened);
            assertThat(opened.id()).matches("[A-Za-z0-9_-]{43}").isNotEqualTo(cookie);
        }
        Life.change(opened);
        Life.assertSaved(repository, opened);
        assertThat(keys)
                .allMatch(key -> key.length() <= 250
                        && key.startsWith(prefix)
                        && key.substring(prefix.length()).matches("[A-Za-z0-9._-]+"));
    }

    private static SessionStore watched(SessionStore store, List<String> keys) {
        return (SessionStore) Proxy.newProxyInstance(
                SessionStore.class.getClassLoader(),
                new Class<?>[] {SessionStore.class},
                (proxy, method, arguments) -> {
                    keys.add((String) arguments[0]);
                    return method.invoke(store, arguments);
                });
    }
}
