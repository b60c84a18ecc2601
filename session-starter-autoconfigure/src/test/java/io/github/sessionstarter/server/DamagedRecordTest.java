package io.github.sessionstarter.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sessionstarter.SessionStore;
import io.github.sessionstarter.server.Browser.Answer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A record that cannot be read is a new session and one warning, never an error, and stays as it is; in every store. */
@ExtendWith(OutputCaptureExtension.class)
class DamagedRecordTest {

    private static final Map<Stores, TestServer> servers = new EnumMap<>(Stores.class);

    @AfterAll
    static void stop() {
        servers.values().forEach(TestServer::close);
    }

    private static TestServer server(Stores store) {
        return servers.computeIfAbsent(
                store,
                key -> TestServer.start(ServletContainer.TOMCAT, ConversationApplication.class, key.properties()));
    }

    static Stream<Arguments> damagedRecords() {
        Map<String, byte[]> damaged = new LinkedHashMap<>();
        byte[] random = new byte[1000];
        new Random(1).nextBytes(random);
        random[0] = 0x01;
        damaged.put("empty", new byte[0]);
        damaged.put("truncated msgpack", new byte[] {(byte) 0x82, (byte) 0xa1, 'a'});
        damaged.put("another format", "<session><a>1</a></session>".getBytes(StandardCharsets.US_ASCII));
        damaged.put("random bytes", random);
        damaged.put(
                "a pickle that names os.system",
                "cos\nsystem\n(S'echo precious'\ntR.".getBytes(StandardCharsets.US_ASCII));
        damaged.put("a msgpack map that claims 4 GiB", bytes(0xdf, 0xff, 0xff, 0xff, 0xff));
        damaged.put("a msgpack text that claims 4 GiB", bytes(0x81, 0xdb, 0xff, 0xff, 0xff, 0xff));
        damaged.put("JSON nested 100,000 deep", ("{\"a\":" + "[".repeat(100_000)).getBytes(StandardCharsets.US_ASCII));
        return Stream.of(Stores.values()).flatMap(store -> damaged.entrySet().stream()
                .map(record -> Arguments.of(store, record.getKey(), record.getValue())));
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("damagedRecords")
    void isANewSessionAndStaysAsItIs(Stores store, String name, byte[] record, CapturedOutput output) {
        TestServer server = server(store);
        SessionStore records = server.context().getBean(SessionStore.class);
        String id = UUID.randomUUID().toString();
        assertThat(records.insert("session:" + id, record, Duration.ofMinutes(1)))
                .isTrue();
        Browser browser = server.browser();
        browser.setCookie("session", id);

        Answer read = browser.get("/dump");
        Answer written = browser.post("/update", "{\"a\":1}");

        assertThat(read.status()).isEqualTo(200);
        assertThat(read.body()).isEqualTo("{\"_permanent\":true}");
        assertThat(written.status()).isEqualTo(200);
        assertThat(browser.cookie("session")).isNotEqualTo(id);
        assertThat(records.load("session:" + id, null).value()).isEqualTo(record);
        assertThat(output.getOut().split("A session cookie was rejected \\(UNREADABLE\\)", -1))
                .as("one warning for each of the two requests")
                .hasSize(3);
        assertThat(output).doesNotContain("precious").doesNotContain(id);
    }
}
