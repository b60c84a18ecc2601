package io.github.sessionstarter.benchmarks;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.github.sessionstarter.benchmarks.application.Contender;
import io.github.sessionstarter.benchmarks.application.Contender.Server;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.util.FileSystemUtils;
import redis.embedded.RedisServer;

/** What sessions are kept in: one server of each kind for all contenders, each on a port of its own, on this machine. */
public final class Servers implements AutoCloseable {

    private final RedisServer redis;
    private final EmbeddedPostgres postgresql;
    private final Process memcached;
    private final int memcachedPort = freePort();
    private final MongoServer mongodb = new MongoServer(new MemoryBackend());
    private final String mongodbAddress;
    private final Path directory;

    public Servers() throws IOException {
        redis = RedisServer.newRedisServer()
                .bind("127.0.0.1")
                .port(freePort())
                .setting("save \"\"")
                .setting("maxmemory 4gb")
                .build();
        redis.start();
        postgresql = EmbeddedPostgres.builder().start();
        memcached = new ProcessBuilder(memcachedCommand())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.DISCARD)
                .start();
        mongodbAddress = mongodb.bindAndGetConnectionString();
        directory = Files.createTempDirectory("benchmarks");
    }

    /** Whether all of them can be started; all but memcached come with this. */
    public static boolean areInstalled() {
        try {
            new ProcessBuilder("memcached", "-V")
                    .redirectErrorStream(true)
                    .start()
                    .destroy();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private List<String> memcachedCommand() {
        return List.of(
                "memcached",
                "-l",
                "127.0.0.1",
                "-p",
                Integer.toString(memcachedPort),
                "-U",
                "0",
                "-m",
                "4096",
                "-I",
                "4m",
                "-u",
                System.getProperty("user.name"));
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How a contender's application finds them, as arguments of a Boot application. */
    public List<String> argumentsOf(Contender contender) {
        List<String> arguments = new ArrayList<>();
        arguments.add("--session.file.dir=" + directory.resolve("sessions"));
        if (contender.uses(Server.REDIS)) {
            arguments.add("--spring.data.redis.port=" + redisPort());
        }
        if (contender.uses(Server.POSTGRESQL)) {
            arguments.add("--spring.datasource.url=" + postgresql.getJdbcUrl("postgres", "postgres"));
            arguments.add("--session.jdbc.initialize-schema=always");
        }
        if (contender.uses(Server.MEMCACHED)) {
            arguments.add("--session.memcached-servers=127.0.0.1:" + memcachedPort);
        }
        if (contender.uses(Server.MONGODB)) {
            arguments.add("--spring.mongodb.uri=" + mongodbAddress);
        }
        return arguments;
    }

    public int redisPort() {
        return redis.ports().get(0);
    }

    @Override
    public void close() throws IOException {
        redis.stop();
        postgresql.close();
        memcached.destroy();
        mongodb.shutdownNow();
        FileSystemUtils.deleteRecursively(directory);
    }
}
