package io.github.sessionstarter.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sessionstarter.Opened;
import io.github.sessionstarter.Opened.Rejection;
import io.github.sessionstarter.SessionRepository;
import io.github.sessionstarter.server.Stores;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Django passed malformed keys on to memcached, where they hit other keys' data (CVE-2020-13254), and a blank or a line's
 * end in a key is another command to its text protocol. Here no such key leaves the application.
 */
@DisplayName("CVE-2020-13254: memcached gets no malformed key")
class MemcachedKeysTest {

    static Stream<String> malformedIds() {
        return Stream.of(
                "a b",
                "a\tb",
                "a\r\nset session:b 0 0 1\r\nx\r\n",
                "a\ndelete session:b",
                "\\015\\012flush_all\\015\\012",
                "a\u0000b",
                "\u007f",
                "a\u0080b",
                "\u00e9",
                "\u2028",
                "session:a",
                "a:b",
                "\"a\"",
                "a,b",
                "a".repeat(243),
                "a".repeat(250),
                "a".repeat(1 << 20));
    }

    @ParameterizedTest
    @MethodSource("malformedIds")
    void aMalformedIdIsUnknownAndMemcachedIsNotAsked(String id) {
        SessionRepository repository =
                Repositories.on(Applications.on(Stores.MEMCACHED).store(), "session.key-prefix=session:");
        int before = RecordNames.memcachedReads();

        Opened opened = repository.open(id);

        assertThat(opened.rejection()).isEqualTo(Rejection.UNKNOWN);
        assertThat(RecordNames.memcachedReads()).isEqualTo(before);
    }

    /** So that the other test can fail. */
    @Test
    void aWellFormedIdOfTheGreatestLengthIsAskedFor() {
        SessionRepository repository =
                Repositories.on(Applications.on(Stores.MEMCACHED).store(), "session.key-prefix=session:");
        int before = RecordNames.memcachedReads();

        Opened opened = repository.open("a".repeat(242));

        assertThat(opened.rejection()).isEqualTo(Rejection.UNKNOWN);
        assertThat(RecordNames.memcachedReads()).isGreaterThan(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b:", "a\tb:", "a\r\n:", "a\u0000:", "\u00e9:"})
    void aPrefixThatWouldMakeMalformedKeysStopsTheApplication(String prefix) {
        Repositories.RUNNER
                .withInitializer(context -> Repositories.set(context, "session.key-prefix", prefix))
                .withPropertyValues("session.type=memcached")
                .run(context ->
                        assertThat(context.getStartupFailure()).rootCause().hasMessageContaining("session.key-prefix"));
    }
}
