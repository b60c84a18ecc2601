package io.github.sessionstarter.faults;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.Protocol.Command;

/** Three masters, with a third of the slots and a replica each. */
class ClusterFailoverTest extends FailoverContract {

    private static final int MASTERS = 3;
    private static final int SLOTS = 16_384;

    private final List<Pair> pairs = new ArrayList<>();

    @Override
    Map<String, String> start(Path directory) throws IOException {
        for (int i = 0; i < MASTERS; i++) {
            pairs.add(new Pair(node(directory.resolve("master" + i)), node(directory.resolve("replica" + i))));
        }
        int first = pairs.get(0).master().port();
        for (int i = 0; i < MASTERS; i++) {
            Pair pair = pairs.get(i);
            try (Jedis master = pair.master().client();
                    Jedis replica = pair.replica().client()) {
                master.clusterAddSlots(IntStream.range(i * SLOTS / MASTERS, (i + 1) * SLOTS / MASTERS)
                        .toArray());
                // two that would begin in one epoch settle that first, and time passes
                master.sendCommand(Command.CLUSTER, "SET-CONFIG-EPOCH", "" + (i + 1));
                master.clusterMeet("127.0.0.1", first);
                replica.clusterMeet("127.0.0.1", first);
            }
        }
        for (Pair pair : pairs) {
            replicate(pair);
        }
        pairs.forEach(pair -> await().atMost(PATIENCE).until(() -> isComplete(pair)));
        return Map.of(
                "spring.data.redis.cluster.nodes",
                pairs.stream().map(pair -> "127.0.0.1:" + pair.master().port()).collect(Collectors.joining(",")));
    }

    private static KillableRedis node(Path directory) throws IOException {
        KillableRedis node = new KillableRedis(
                Files.createDirectory(directory),
                "cluster-enabled yes",
                "cluster-node-timeout 1000",
                "repl-diskless-sync yes",
                "repl-diskless-sync-delay 0");
        node.start();
        return node;
    }

    private static void replicate(Pair pair) {
        try (Jedis master = pair.master().client();
                Jedis replica = pair.replica().client()) {
            String id = master.clusterMyId();
            await().atMost(PATIENCE).until(() -> replica.clusterNodes().contains(id));
            replica.clusterReplicate(id);
        }
    }

    private static boolean isComplete(Pair pair) {
        try (Jedis jedis = pair.replica().client()) {
            String info = jedis.clusterInfo();
            return info.contains("cluster_state:ok")
                    && info.contains("cluster_known_nodes:" + 2 * MASTERS)
                    && Pair.replicates(pair.master());
        }
    }

    @Override
    Pair pair() {
        return pairs.stream()
                .filter(pair -> hasSessions(pair.master()))
                .findFirst()
                .orElseThrow();
    }

    private static boolean hasSessions(KillableRedis master) {
        try (Jedis jedis = master.client()) {
            return jedis.dbSize() > 0;
        }
    }

    @Override
    void stop() {
        pairs.forEach(pair -> {
            pair.master().kill();
            pair.replica().kill();
        });
    }
}
