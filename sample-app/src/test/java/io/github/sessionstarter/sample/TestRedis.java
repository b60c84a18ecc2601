package io.github.sessionstarter.sample;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import redis.embedded.RedisServer;

/** A real Redis on a free port of this machine. It keeps nothing on disk. */
final class TestRedis {

    private final RedisServer server;

    private TestRedis(RedisServer server) {
        this.server = server;
    }

    static TestRedis start() throws IOException {
        RedisServer server = RedisServer.newRedisServer()
                .port(freePort())
                .bind(RunningFlaskr.HOST)
                .setting("save \"\"")
                .build();
        server.start();
        return new TestRedis(server);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    int port() {
        return server.ports().get(0);
    }

    void stop() throws IOException {
        server.stop();
    }
}
