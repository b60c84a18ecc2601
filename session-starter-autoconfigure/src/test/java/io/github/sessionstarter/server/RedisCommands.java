package io.github.sessionstarter.server;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.RedisConnectionFactory;

/** What Redis itself counts. */
final class RedisCommands {

    /** What no request sends: they are the test's own, or a connection's first words. */
    private static final Set<String> OTHERS = Set.of("info", "config|resetstat", "config", "hello", "client", "ping");

    private RedisCommands() {}

    /** The commands that an application's Redis carries out while something happens, and how often each. */
    static Map<String, Integer> during(TestServer server, Runnable action) {
        try (RedisConnection connection =
                server.context().getBean(RedisConnectionFactory.class).getConnection()) {
            connection.serverCommands().resetConfigStats();
            action.run();
            Map<String, Integer> commands = new TreeMap<>();
            connection.serverCommands().info("commandstats").forEach((key, value) -> {
                String command = key.toString().replace("cmdstat_", "");
                if (!OTHERS.contains(command)) {
                    String calls = value.toString().replaceAll("calls=(\\d+),.*", "$1");
                    commands.put(command, Integer.valueOf(calls));
                }
            });
            return commands;
        }
    }
}
