package io.github.sessionstarter.faults;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import redis.embedded.RedisSentinel;
import redis.embedded.core.RedisSentinelBuilder;

/** A master and a replica, which a Sentinel watches. */
class SentinelFailoverTest extends FailoverContract {

    private Pair pair;
    private RedisSentinel sentinel;

    @Override
    Map<String, String> start(Path directory) throws IOException {
        KillableRedis master = new KillableRedis(
                Files.createDirectory(directory.resolve("master")),
                "repl-diskless-sync yes",
                "repl-diskless-sync-delay 0");
        master.start();
        KillableRedis replica = new KillableRedis(
                Files.createDirectory(directory.resolve("replica")), "replicaof 127.0.0.1 " + master.port());
        replica.start();
        pair = new Pair(master, replica);
        await().atMost(PATIENCE).until(() -> Pair.replicates(master));
        int port = Ports.free();
        sentinel = new RedisSentinelBuilder()
                .bind("127.0.0.1")
                .port(port)
                .masterName("sessions")
                .masterPort(master.port())
                .quorumSize(1)
                .downAfterMilliseconds(1000)
                .failOverTimeout(2000)
                .build();
        sentinel.start();
        return Map.of(
                "spring.data.redis.sentinel.master",
                "sessions",
                "spring.data.redis.sentinel.nodes",
                "127.0.0.1:" + port);
    }

    @Override
    Pair pair() {
        return pair;
    }

    @Override
    void stop() throws IOException {
        sentinel.stop();
        pair.master().kill();
        pair.replica().kill();
    }
}
