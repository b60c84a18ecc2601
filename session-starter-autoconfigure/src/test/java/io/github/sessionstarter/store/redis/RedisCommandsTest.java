package io.github.sessionstarter.store.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.sessionstarter.SessionStore;
import io.github.sessionstarter.SessionStore.StoredValue;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import redis.clients.jedis.Jedis;

/** What Redis itself counts, keeps and says. */
class RedisCommandsTest {

    private static final Duration TIME_TO_LIVE = Duration.ofMinutes(1);
    private static final StoredValue LOADED = new StoredValue(bytes("value"), null, null);

    private static TestRedis redis;
    private static TestRedis oldRedis;
    private static TestRedis scriptless;

    private final TestConnections connections = redis.connections("app", "secret");
    private final SessionStore store = new RedisSessionStore(connections.lettuce());

    @BeforeAll
    static void start() {
        redis = TestRedis.start(
                "user app on >secret ~session:* resetchannels -@all +get +getex +set +del +expire +evalsha +eval");
        oldRedis = TestRedis.start("rename-command GETEX \"\"");
        scriptless = TestRedis.start("rename-command EVALSHA \"\"");
    }

    @AfterAll
    static void stop() {
        redis.close();
        oldRedis.close();
        scriptless.close();
    }

    @AfterEach
    void disconnect() {
        connections.close();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The calls of each command since the last reset, those that a script makes included; connecting is not counted. */
    private static Map<String, Integer> counted(TestRedis server, Runnable calls) {
        try (Jedis jedis = new Jedis("127.0.0.1", server.port())) {
            jedis.configResetStat();
            calls.run();
            return jedis.info("commandstats")
                    .lines()
                    .filter(line -> line.startsWith("cmdstat_"))
                    .map(line -> line.substring("cmdstat_".length()).split(":calls=|,", 3))
                    .filter(line ->
                            !List.of("config", "info", "hello", "client").contains(line[0]))
                    .collect(Collectors.toMap(
                            line -> line[0], line -> Integer.parseInt(line[1]), (a, b) -> a, TreeMap::new));
        }
    }

    @Test
    void everyMethodIsOneCommand() {
        String key = "session:counted";
        store.insert(key, bytes("value"), TIME_TO_LIVE);
        store.replace(key, LOADED, bytes("value"), TIME_TO_LIVE);
        store.deleteIfUnchanged(key, LOADED);

        assertThat(counted(redis, () -> store.insert(key, bytes("value"), TIME_TO_LIVE)))
                .isEqualTo(Map.of("set", 1));
        assertThat(counted(redis, () -> store.load(key, null))).isEqualTo(Map.of("get", 1));
        assertThat(counted(redis, () -> store.load(key, TIME_TO_LIVE))).isEqualTo(Map.of("getex", 1));
        assertThat(counted(redis, () -> store.replace(key, LOADED, bytes("value"), TIME_TO_LIVE)))
                .as("the script's own GET and SET are counted too")
                .isEqualTo(Map.of("evalsha", 1, "get", 1, "set", 1));
        assertThat(counted(redis, () -> store.touch(key, TIME_TO_LIVE))).isEqualTo(Map.of("expire", 1));
        assertThat(counted(redis, () -> store.deleteIfUnchanged(key, LOADED)))
                .isEqualTo(Map.of("evalsha", 1, "get", 1, "del", 1));
        assertThat(counted(redis, () -> store.delete(key))).isEqualTo(Map.of("del", 1));
    }

    @Test
    void aConflictCostsNoSecondCommand() {
        String key = "session:conflict";
        store.insert(key, bytes("theirs"), TIME_TO_LIVE);
        store.replace(key, LOADED, bytes("ours"), TIME_TO_LIVE);

        assertThat(counted(redis, () -> store.replace(key, LOADED, bytes("ours"), TIME_TO_LIVE)))
                .isEqualTo(Map.of("evalsha", 1, "get", 1));
    }

    @Test
    void aScriptThatTheServerForgotIsSentOnceMore() {
        String key = "session:forgotten";
        store.insert(key, bytes("value"), TIME_TO_LIVE);
        try (Jedis jedis = new Jedis("127.0.0.1", redis.port())) {
            jedis.scriptFlush();
        }

        store.replace(key, LOADED, bytes("value"), TIME_TO_LIVE);

        assertThat(counted(redis, () -> store.replace(key, LOADED, bytes("value"), TIME_TO_LIVE)))
                .containsEntry("evalsha", 1)
                .doesNotContainKey("eval");
    }

    @Test
    void aServerWithoutGetexIsAskedForItOnce() {
        TestConnections old = oldRedis.connections();
        SessionStore oldStore = new RedisSessionStore(old.lettuce());
        oldStore.insert("session:old", bytes("value"), TIME_TO_LIVE);
        oldStore.load("session:old", TIME_TO_LIVE);

        assertThat(counted(oldRedis, () -> oldStore.load("session:old", TIME_TO_LIVE)))
                .isEqualTo(Map.of("get", 1, "expire", 1));
        old.close();
    }

    @Test
    void livesAreKeptToTheMillisecond() {
        store.insert("session:insert", bytes("value"), Duration.ofMillis(90_500));
        store.insert("session:extend", bytes("value"), TIME_TO_LIVE);
        store.load("session:extend", Duration.ofMillis(90_500));

        try (Jedis jedis = new Jedis("127.0.0.1", redis.port())) {
            assertThat(jedis.pttl("session:insert")).isBetween(80_000L, 90_500L);
            assertThat(jedis.pttl("session:extend")).isBetween(80_000L, 90_500L);
        }
    }

    @Test
    void aKeyOfAnotherTypeIsARecordThatCannotBeRead() {
        try (Jedis jedis = new Jedis("127.0.0.1", redis.port())) {
            jedis.hset("session:hash", "a", "b");
        }

        assertThat(store.load("session:hash", null).value()).isEmpty();
        assertThat(store.load("session:hash", TIME_TO_LIVE).value()).isEmpty();
    }

    @Test
    void whatTheServerRefusesIsThrown() {
        assertThatThrownBy(() -> store.load("not-on-the-prefix", null)).isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> store.load("not-on-the-prefix", TIME_TO_LIVE)).isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> store.replace("not-on-the-prefix", LOADED, bytes("new"), TIME_TO_LIVE))
                .isInstanceOf(DataAccessException.class);
    }

    /** Redis quotes an unknown command's arguments. */
    @Test
    void noErrorNamesAKey() {
        TestConnections lacking = scriptless.connections();
        SessionStore lackingStore = new RedisSessionStore(lacking.lettuce());

        Throwable thrown =
                catchThrowable(() -> lackingStore.replace("session:0123456789", LOADED, bytes("new"), TIME_TO_LIVE));

        assertThat(thrown).hasMessageContaining("lacks a command");
        assertThat(thrown).hasNoCause();
        lacking.close();
    }
}
