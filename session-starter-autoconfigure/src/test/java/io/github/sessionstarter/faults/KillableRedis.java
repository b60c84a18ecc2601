package io.github.sessionstarter.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import redis.clients.jedis.Jedis;
import redis.embedded.RedisServer;
import redis.embedded.core.RedisServerBuilder;

/** A Redis that has on disk what it has acknowledged, before it does. */
final class KillableRedis extends ServerProcess {

    private final Path directory;
    private final List<String> settings;

    KillableRedis(Path directory, String... settings) {
        this.directory = directory;
        this.settings = List.of(settings);
    }

    @Override
    List<String> command() throws IOException {
        RedisServerBuilder builder = RedisServer.newRedisServer()
                .port(port())
                .bind("127.0.0.1")
                .setting("dir " + directory)
                .setting("save \"\"")
                .setting("appendonly yes")
                .setting("appendfsync always")
                .setting("appendfilename " + port() + ".aof");
        settings.forEach(builder::setting);
        return builder.buildCommandArgs();
    }

    /** It accepts connections before it has read its file. */
    @Override
    boolean isReady() {
        try (Jedis jedis = client()) {
            return jedis.ping().equals("PONG");
        } catch (RuntimeException e) {
            return false;
        }
    }

    Jedis client() {
        return new Jedis("127.0.0.1", port());
    }
}
