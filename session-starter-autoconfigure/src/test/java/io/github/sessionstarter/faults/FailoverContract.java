package io.github.sessionstarter.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.sessionstarter.server.ServletContainer;
import io.github.sessionstarter.server.TestServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.Jedis;

/** A Redis that is killed under load, and whose replica takes over. */
abstract class FailoverContract {

    static final Duration PATIENCE = Duration.ofSeconds(60);

    /** A master and its replica. */
    record Pair(KillableRedis master, KillableRedis replica) {

        static boolean replicates(KillableRedis master) {
            try (Jedis jedis = master.client()) {
                return jedis.info("replication").contains("state=online");
            }
        }

        /** The replica has what the master has. */
        boolean isCaughtUp() {
            try (Jedis jedis = master.client()) {
                String info = jedis.info("replication");
                String offset = info.replaceAll("(?s).*master_repl_offset:(\\d+).*", "$1");
                return info.contains("offset=" + offset + ",");
            }
        }

        /** All of the replica's records, one after the other; their keys and values can be seen in there. */
        String recordsOfReplica() {
            try (Jedis jedis = replica.client()) {
                if (jedis.info("cluster").contains("cluster_enabled:1")) {
                    jedis.readonly();
                }
                return jedis.keys("*").stream()
                        .map(key -> new String(
                                jedis.get(key.getBytes(StandardCharsets.US_ASCII)), StandardCharsets.ISO_8859_1))
                        .collect(Collectors.joining());
            }
        }
    }

    /** Starts the servers, and returns how an application reaches them. */
    abstract Map<String, String> start(Path directory) throws Exception;

    /** The one that has a session. */
    abstract Pair pair();

    abstract void stop() throws Exception;

    @Test
    void whatTheReplicaHadIsThereAndTheRestGoesOn(@TempDir Path directory) throws Exception {
        Map<String, String> properties = new HashMap<>(start(directory));
        properties.put("session.type", "redis");
        properties.put("session.store-timeout", "1s");
        try (TestServer application = TestServer.start(ServletContainer.TOMCAT, FaultApplication.class, properties)) {
            Writers earlier = Writers.start(application);
            earlier.awaitAcknowledged(5);
            earlier.stop();
            Pair pair = pair();
            await().atMost(PATIENCE).until(pair::isCaughtUp);
            Writers underLoad = Writers.start(application, 12);
            underLoad.awaitAcknowledged(5);

            pair.master().kill();
            String replicated = pair.recordsOfReplica();
            underLoad.awaitRefused();
            underLoad.awaitAcknowledged(5);
            underLoad.stop();

            List<String> lost = underLoad.lost();
            System.out.println(getClass().getSimpleName() + ": before " + earlier + ", lost " + earlier.lost()
                    + "; under load " + underLoad + ", lost " + lost);
            assertThat(earlier.lost()).isEmpty();
            assertThat(underLoad.otherStatuses()).isEmpty();
            assertThat(lost)
                    .as("what the replica had not received is lost with the server")
                    .noneMatch(replicated::contains);
        } finally {
            stop();
        }
    }
}
