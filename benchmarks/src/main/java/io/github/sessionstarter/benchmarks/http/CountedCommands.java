package io.github.sessionstarter.benchmarks.http;

import io.github.sessionstarter.benchmarks.application.Handler;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.sync.RedisCommands;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** How many commands a request sends to Redis, as the server counts them ({@code INFO commandstats}). */
final class CountedCommands implements AutoCloseable {

    private static final int REQUESTS = 100;

    /** What connections are made with, and what this asks. */
    private static final Set<String> OTHERS = Set.of("info", "hello", "client", "ping", "config", "command");

    private final RedisClient client;
    private final RedisCommands<String, String> redis;

    CountedCommands(int port) {
        client = RedisClient.create(RedisURI.create("127.0.0.1", port));
        redis = client.connect().sync();
    }

    /** The mean of some requests of people who are logged in, or log in, one after the other. */
    double perRequest(RunningContender contender, Handler handler) throws IOException {
        List<String> cookies = contender.cookies();
        contender.get(handler, handler.needsCookie() ? cookies.get(0) : null);
        long before = calls();
        for (int i = 0; i < REQUESTS; i++) {
            contender.get(handler, handler.needsCookie() ? cookies.get(i % cookies.size()) : null);
        }
        return (double) (calls() - before) / REQUESTS;
    }

    /** Lines read {@code cmdstat_get:calls=3,usec=…}; a subcommand's name has a bar. */
    private long calls() {
        return redis.info("commandstats")
                .lines()
                .filter(line -> line.startsWith("cmdstat_"))
                .filter(line -> !OTHERS.contains(line.replaceFirst("cmdstat_([a-z]+).*", "$1")))
                .mapToLong(line -> Long.parseLong(line.replaceFirst(".*:calls=(\\d+),.*", "$1")))
                .sum();
    }

    @Override
    public void close() {
        client.shutdown();
    }
}
