package io.github.sessionstarter.store.memcached;

import static org.awaitility.Awaitility.await;

import io.github.sessionstarter.Prerequisite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import net.spy.memcached.MemcachedClient;
import org.springframework.util.function.SingletonSupplier;

/** A real memcached from the PATH, on a free port of this machine. */
public final class TestMemcached implements AutoCloseable {

    public static final Duration TIMEOUT = Duration.ofSeconds(5);

    private static final SingletonSupplier<TestMemcached> SHARED = SingletonSupplier.of(() -> {
        TestMemcached memcached = start();
        Runtime.getRuntime().addShutdownHook(new Thread(memcached::close));
        return memcached;
    });

    private final Process process;
    private final int port;

    private TestMemcached(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** One for all who ask nothing special of it; it starts when it is first asked for and ends with the JVM. */
    public static TestMemcached shared() {
        return SHARED.obtain();
    }

    public static TestMemcached start() {
        int port = freePort();
        Process process = start(port);
        TestMemcached memcached = new TestMemcached(process, port);
        await().atMost(Duration.ofSeconds(10)).until(memcached::accepts);
        return memcached;
    }

    private static Process start(int port) {
        String[] command = {
            "memcached",
            "-l",
            "127.0.0.1",
            "-p",
            Integer.toString(port),
            "-U",
            "0",
            "-I",
            "4m",
            "-u",
            System.getProperty("user.name")
        };
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw Prerequisite.missing("memcached", "No memcached on the PATH (Debian has it in memcached)");
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean accepts() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    public int port() {
        return port;
    }

    String address() {
        return "127.0.0.1:" + port;
    }

    public static MemcachedClient client(TestMemcached... servers) {
        try {
            List<InetSocketAddress> addresses = new ArrayList<>();
            for (TestMemcached server : servers) {
                addresses.add(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port));
            }
            return new MemcachedClient(new MemcachedConnectionFactory(TIMEOUT), addresses);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
