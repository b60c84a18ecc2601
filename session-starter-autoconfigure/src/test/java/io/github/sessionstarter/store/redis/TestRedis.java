package io.github.sessionstarter.store.redis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.springframework.data.redis.connection.RedisPassword;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.jedis.JedisConnectionFactory;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.util.function.SingletonSupplier;
import redis.embedded.RedisServer;
import redis.embedded.core.RedisServerBuilder;

/** A real Redis on a free port of this machine. It keeps nothing on disk. */
public final class TestRedis implements AutoCloseable {

    /** A cluster's nodes speak to each other on their port and 10,000. */
    private static final int HIGHEST_PORT = 55_535;

    private static final SingletonSupplier<TestRedis> SHARED = SingletonSupplier.of(() -> {
        TestRedis redis = start();
        Runtime.getRuntime().addShutdownHook(new Thread(redis::close));
        return redis;
    });

    private final RedisServer server;
    private final int port;

    private TestRedis(RedisServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /** One for all who ask nothing special of it; it starts when it is first asked for and ends with the JVM. */
    public static TestRedis shared() {
        return SHARED.obtain();
    }

    public static TestRedis start(String... settings) {
        int port = freePort();
        try {
            RedisServerBuilder builder =
                    RedisServer.newRedisServer().port(port).bind("127.0.0.1").setting("save \"\"");
            for (String setting : settings) {
                builder.setting(setting);
            }
            RedisServer server = builder.build();
            server.start();
            return new TestRedis(server, port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static int freePort() {
        while (true) {
            try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                if (socket.getLocalPort() <= HIGHEST_PORT) {
                    return socket.getLocalPort();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    public int port() {
        return port;
    }

    public TestConnections connections() {
        return connections(new RedisStandaloneConfiguration("127.0.0.1", port));
    }

    TestConnections connections(String username, String password) {
        RedisStandaloneConfiguration configuration = new RedisStandaloneConfiguration("127.0.0.1", port);
        configuration.setUsername(username);
        configuration.setPassword(RedisPassword.of(password));
        return connections(configuration);
    }

    private static TestConnections connections(RedisStandaloneConfiguration configuration) {
        return new TestConnections(
                new LettuceConnectionFactory(configuration), new JedisConnectionFactory(configuration));
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
