package io.github.sessionstarter.faults;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;

/** A server that is one process. */
abstract class ServerProcess extends KillableServer {

    private static final Duration LONGEST_START = Duration.ofSeconds(60);

    private Process process;

    /** How it is started. */
    abstract List<String> command() throws IOException;

    @Override
    void start() {
        try {
            process = new ProcessBuilder(command())
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        await().atMost(LONGEST_START).pollInterval(Duration.ofMillis(20)).until(this::isReady);
    }

    boolean isReady() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    void kill() {
        if (process != null) {
            process.destroyForcibly().onExit().join();
        }
    }
}
