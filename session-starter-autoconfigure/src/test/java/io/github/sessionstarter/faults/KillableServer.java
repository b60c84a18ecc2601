package io.github.sessionstarter.faults;

/** A real server that a test kills and starts again, always on one port. What it keeps on disk stays where it is. */
abstract class KillableServer implements AutoCloseable {

    private final int port = Ports.free();

    final int port() {
        return port;
    }

    /** When it returns, the server accepts connections. */
    abstract void start();

    /** As {@code kill -9} does. */
    abstract void kill();

    @Override
    public void close() {
        kill();
    }
}
