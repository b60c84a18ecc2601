package io.github.sessionstarter.store.redis;

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.data.redis.connection.RedisClusterConfiguration;
import org.springframework.data.redis.connection.jedis.JedisConnectionFactory;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import redis.clients.jedis.Jedis;

/** Three masters, each with a third of the slots. */
class RedisClusterTest {

    private static final int SLOTS = 16_384;

    private static TestConnections cluster;

    /** They have no GETEX, and Jedis opens no pipeline on a cluster. */
    private static TestConnections oldCluster;

    private static final List<TestRedis> MASTERS = new ArrayList<>();

    @BeforeAll
    static void start(@TempDir Path directory) {
        cluster = form(directory);
        oldCluster = form(directory, "rename-command GETEX \"\"");
    }

    private static TestConnections form(Path directory, String... settings) {
        List<TestRedis> masters = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            List<String> all = new ArrayList<>(List.of(settings));
            all.add("cluster-enabled yes");
            all.add("cluster-config-file nodes-" + i + "-" + settings.length + ".conf");
            all.add("dir " + directory);
            masters.add(TestRedis.start(all.toArray(String[]::new)));
        }
        for (int i = 0; i < 3; i++) {
            try (Jedis jedis = new Jedis("127.0.0.1", masters.get(i).port())) {
                jedis.clusterAddSlots(
                        IntStream.range(i * SLOTS / 3, (i + 1) * SLOTS / 3).toArray());
                jedis.clusterMeet("127.0.0.1", masters.get(0).port());
            }
        }
        MASTERS.addAll(masters);
        masters.forEach(master -> await().atMost(Duration.ofSeconds(20)).until(() -> isComplete(master)));
        RedisClusterConfiguration configuration = new RedisClusterConfiguration(
                masters.stream().map(master -> "127.0.0.1:" + master.port()).toList());
        return new TestConnections(
                new LettuceConnectionFactory(configuration), new JedisConnectionFactory(configuration));
    }

    private static boolean isComplete(TestRedis master) {
        try (Jedis jedis = new Jedis("127.0.0.1", master.port())) {
            String info = jedis.clusterInfo();
            return info.contains("cluster_state:ok") && info.contains("cluster_size:3");
        }
    }

    @AfterAll
    static void stop() {
        cluster.close();
        oldCluster.close();
        MASTERS.forEach(TestRedis::close);
    }

    @Nested
    class OnLettuce extends RedisContract {

        OnLettuce() {
            super(cluster.lettuce());
        }
    }

    @Nested
    class OnJedis extends RedisContract {

        OnJedis() {
            super(cluster.jedis());
        }
    }

    @Nested
    class OnLettuceBefore62 extends RedisContract {

        OnLettuceBefore62() {
            super(oldCluster.lettuce());
        }
    }

    @Nested
    class OnJedisBefore62 extends RedisContract {

        OnJedisBefore62() {
            super(oldCluster.jedis());
        }
    }
}
