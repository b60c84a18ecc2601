package io.github.sessionstarter.test.shop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.springframework.util.function.SingletonSupplier;
import redis.embedded.RedisServer;

/** A real Redis on a free port of this machine, for all tests: it starts when first asked for and ends with the JVM. */
final class RealRedis {

    private static final SingletonSupplier<RedisServer> SERVER = SingletonSupplier.of(RealRedis::start);

    private RealRedis() {}

    static int port() {
        return SERVER.obtain().ports().get(0);
    }

    private static RedisServer start() {
        try {
            RedisServer server = RedisServer.newRedisServer()
                    .port(freePort())
                    .bind("127.0.0.1")
                    .setting("save \"\"")
                    .build();
            server.start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void stop(RedisServer server) {
        try {
            server.stop();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
