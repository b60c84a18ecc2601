package io.github.sessionstarter.actuate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sessionstarter.SessionStore;
import io.github.sessionstarter.server.Browser;
import io.github.sessionstarter.server.ServletContainer;
import io.github.sessionstarter.server.Stores;
import io.github.sessionstarter.server.TestServer;
import io.github.sessionstarter.signing.Digest;
import io.github.sessionstarter.signing.KeyDerivation;
import io.github.sessionstarter.signing.SecretKeys;
import io.github.sessionstarter.signing.Signer;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is counted of sessions in Redis, of each thing that can happen to one. */
class StoreMetricsTest {

    private static TestServer server;
    private static OperatedApplication.Others others;

    @BeforeAll
    static void start() {
        Map<String, String> properties = new HashMap<>(Stores.REDIS.properties());
        properties.put("session.use-signer", "true");
        server = TestServer.start(ServletContainer.TOMCAT, OperatedApplication.class, properties);
        others = server.context().getBean(OperatedApplication.Others.class);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Browser visitor() {
        Browser browser = server.browser();
        browser.get("/put?key=a&value=b");
        return browser;
    }

    private static Browser sameAs(Browser browser) {
        Browser other = server.browser();
        other.setCookie("session", browser.cookie("session"));
        return other;
    }

    private static Map<String, Integer> counted(Browser browser, String... paths) {
        return Meters.during(server, () -> List.of(paths).forEach(browser::get));
    }

    private static Browser withCookie(String cookie) {
        Browser browser = server.browser();
        browser.setCookie("session", cookie);
        return browser;
    }

    private static String signed(String id) {
        return new Signer(SecretKeys.of(TestServer.SECRET_KEY), "flask-session", KeyDerivation.HMAC, Digest.SHA1)
                .sign(id);
    }

    @Test
    void anUntouchedRequestWithoutACookieCountsNothing() {
        assertThat(counted(server.browser(), "/untouched")).isEmpty();
    }

    @Test
    void aReadWithoutACookieOpensANewSession() {
        assertThat(counted(server.browser(), "/get?key=a")).isEqualTo(Map.of("session.opened new", 1));
    }

    @Test
    void aNewSessionIsCreated() {
        assertThat(counted(server.browser(), "/put?key=a&value=b"))
                .isEqualTo(Map.of(
                        "session.opened new", 1,
                        "session.created", 1,
                        "session.saved success", 1,
                        "session.save success", 1,
                        "session.payload.size", 1));
    }

    @Test
    void aReadLoads() {
        assertThat(counted(visitor(), "/get?key=a"))
                .isEqualTo(Map.of("session.opened existing", 1, "session.load existing", 1));
    }

    @Test
    void aChangeSaves() {
        assertThat(counted(visitor(), "/put?key=a&value=c"))
                .isEqualTo(Map.of(
                        "session.opened existing", 1,
                        "session.load existing", 1,
                        "session.saved success", 1,
                        "session.save success", 1,
                        "session.payload.size", 1));
    }

    @Test
    void aNewIdRegenerates() {
        assertThat(counted(visitor(), "/regenerate"))
                .isEqualTo(Map.of(
                        "session.opened existing", 1,
                        "session.load existing", 1,
                        "session.regenerated", 1,
                        "session.saved success", 1,
                        "session.save success", 1,
                        "session.payload.size", 1));
    }

    @Test
    void aLogoutDeletes() {
        assertThat(counted(visitor(), "/clear"))
                .isEqualTo(Map.of(
                        "session.opened existing", 1,
                        "session.load existing", 1,
                        "session.deleted", 1,
                        "session.saved success", 1,
                        "session.save success", 1));
    }

    @Test
    void toEmptyWhatWasNeverSavedDeletesNothing() {
        assertThat(counted(server.browser(), "/clear")).isEqualTo(Map.of("session.opened new", 1));
    }

    @Test
    void aWholeConversationAddsUp() {
        assertThat(counted(
                        server.browser(),
                        "/untouched",
                        "/get?key=a",
                        "/put?key=a&value=b",
                        "/untouched",
                        "/get?key=a",
                        "/put?key=b&value=c",
                        "/regenerate",
                        "/clear",
                        "/untouched"))
                .isEqualTo(Map.of(
                        "session.opened new", 2,
                        "session.opened existing", 5,
                        "session.load existing", 5,
                        "session.created", 1,
                        "session.regenerated", 1,
                        "session.deleted", 1,
                        "session.saved success", 4,
                        "session.save success", 4,
                        "session.payload.size", 3));
    }

    @Test
    void aChangeBesideAnotherIsAConflictThatIsMerged() {
        Browser browser = visitor();
        others.then(() -> sameAs(browser).get("/put?key=theirs&value=1"));

        Map<String, Integer> counted = counted(browser, "/put-slowly?key=ours&value=2");

        assertThat(counted)
                .isEqualTo(Map.of(
                        "session.opened existing", 2,
                        "session.load existing", 2,
                        "session.conflicts", 1,
                        "session.saved success", 2,
                        "session.save success", 2,
                        "session.payload.size", 2));
    }

    @Test
    void aChangeAfterALogoutIsLost() {
        Browser browser = visitor();
        others.then(() -> sameAs(browser).get("/clear"));

        Map<String, Integer> counted = counted(browser, "/put-slowly?key=ours&value=2");

        assertThat(counted)
                .isEqualTo(Map.of(
                        "session.opened existing", 2,
                        "session.load existing", 2,
                        "session.deleted", 1,
                        "session.saved success", 1,
                        "session.save success", 1,
                        "session.saved lost", 1,
                        "session.save lost", 1));
    }

    @Test
    void aForgedIdIsRejected() {
        assertThat(counted(withCookie(UUID.randomUUID() + ".forged"), "/get?key=a"))
                .isEqualTo(Map.of(
                        "session.opened rejected", 1,
                        "session.load rejected", 1,
                        "session.rejected bad_signature", 1));
    }

    @Test
    void anUnknownIdIsRejected() {
        assertThat(counted(withCookie(signed(UUID.randomUUID().toString())), "/get?key=a"))
                .isEqualTo(Map.of(
                        "session.opened rejected", 1,
                        "session.load rejected", 1,
                        "session.rejected unknown", 1));
    }

    @Test
    void aRecordThatCannotBeReadIsRejected() {
        String id = UUID.randomUUID().toString();
        server.context()
                .getBean(SessionStore.class)
                .insert("session:" + id, new byte[] {'{', '"'}, Duration.ofMinutes(1));

        assertThat(counted(withCookie(signed(id)), "/get?key=a"))
                .isEqualTo(Map.of(
                        "session.opened rejected", 1,
                        "session.load rejected", 1,
                        "session.rejected unreadable", 1));
    }

    /** msgpack of a map of two: one byte; of each short text: one and itself; of a boolean: one. */
    @Test
    void theSizeOfAPayloadIsThatOfItsRecord() {
        DistributionSummary sizes = server.context()
                .getBean(MeterRegistry.class)
                .get("session.payload.size")
                .tag("type", "redis")
                .summary();
        double before = sizes.totalAmount();

        server.browser().get("/put?key=ab&value=c");

        assertThat(sizes.totalAmount() - before).isEqualTo(1 + (1 + "_permanent".length()) + 1 + (1 + 2) + (1 + 1));
        assertThat(sizes.getId().getBaseUnit()).isEqualTo("bytes");
    }

    @Test
    void allMetersAreOfTheTypeAndNoneNamesMoreThanAnOutcome() {
        assertThat(server.context().getBean(MeterRegistry.class).getMeters())
                .filteredOn(meter -> meter.getId().getName().startsWith("session."))
                .filteredOn(meter -> !meter.getId().getName().matches("session\\.store(\\.active)?"))
                .hasSizeGreaterThan(20)
                .allSatisfy(meter -> {
                    assertThat(meter.getId().getTag("type")).isEqualTo("redis");
                    assertThat(meter.getId().getTags())
                            .allMatch(tag -> List.of("type", "outcome").contains(tag.getKey()));
                    assertThat(meter.getId().getDescription()).isNotBlank();
                });
    }

    @Test
    void eachMeterAndOutcomeIsInTheDocument() throws IOException {
        String document = Files.readString(Path.of("../docs/operating.md"));

        assertThat(server.context().getBean(MeterRegistry.class).getMeters())
                .extracting(Meter::getId)
                .filteredOn(id -> id.getName().startsWith("session."))
                .hasSizeGreaterThan(20)
                .allMatch(id -> document.contains("`" + id.getName().replace(".active", "") + "`"))
                .allMatch(id -> id.getTag("outcome") == null || document.contains("`" + id.getTag("outcome") + "`"));
    }
}
