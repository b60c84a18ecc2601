package io.github.sessionstarter.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sessionstarter.SessionStore.StoredValue;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordContentsTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "81a16101, msgpack",
        "8fa16101, msgpack",
        "de0010a1, msgpack",
        "df000100, msgpack",
        "7b226122, JSON",
        "80047d94, pickle",
        "80027d71, pickle",
        "28647030, pickle",
        "7d710028, pickle",
        "'',       unknown",
        "90a16101, unknown",
        "00000000, unknown",
    })
    void theFirstByteTellsTheFormat(String hex, String format) {
        RecordContents contents = contents(HexFormat.of().parseHex(hex), null);

        assertThat(contents.format()).isEqualTo(format);
        assertThat(contents.size()).isEqualTo(hex.length() / 2);
    }

    @Test
    void theTimeToLiveIsWhatIsLeftInWholeSeconds() {
        Instant expiry = NOW.plus(Duration.parse("P30DT23H59M58.9S"));

        assertThat(contents(new byte[1], expiry).timeToLive()).isEqualTo("30d23h59m58s");
    }

    @Test
    void aStoreThatDoesNotTellLeavesTheTimeToLiveOpen() {
        assertThat(contents(new byte[1], null).timeToLive()).isNull();
    }

    @Test
    void theTextShowsNoKey() {
        assertThat(contents(new byte[1], NOW)).hasToString("RecordContents[size=1]");
    }

    private static RecordContents contents(byte[] value, Instant expiry) {
        return RecordContents.of("session:key", new StoredValue(value, null, expiry), NOW);
    }
}
