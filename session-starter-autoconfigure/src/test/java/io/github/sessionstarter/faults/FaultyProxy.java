package io.github.sessionstarter.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A TCP proxy before a server of this machine, which does what networks and servers do on a bad day. */
final class FaultyProxy implements AutoCloseable {

    private enum State {
        PASSING,
        /** What is sent arrives; the answers do not. */
        SWALLOWING_ANSWERS,
        /** Connections are accepted, and nothing arrives, on the live ones either. */
        HANGING,
        /** Connections are accepted and reset. */
        RESETTING
    }

    private final int port = Ports.free();
    private final int serverPort;
    private final Set<Socket> live = ConcurrentHashMap.newKeySet();
    private ServerSocket listener;
    private State state = State.PASSING;

    FaultyProxy(int serverPort) {
        this.serverPort = serverPort;
        this.listener = listen();
    }

    int port() {
        return port;
    }

    /** Ends whatever fault there is. What was held back arrives now. */
    synchronized void pass() {
        if (listener.isClosed()) {
            listener = listen();
        }
        become(State.PASSING);
    }

    void hang() {
        become(State.HANGING);
    }

    void swallowAnswers() {
        become(State.SWALLOWING_ANSWERS);
    }

    /** Connections are reset, the live ones and all that come. */
    void reset() {
        become(State.RESETTING);
        cut();
    }

    /** No connection is accepted any more, and the live ones are reset. */
    synchronized void refuse() {
        close(listener);
        cut();
    }

    /** Ends the live connections, once, as a server does that shuts down. What was held back of them is lost. */
    synchronized void hangUp() {
        live.forEach(FaultyProxy::close);
        live.clear();
    }

    /** Resets the live connections, once. What was held back of them is lost. */
    synchronized void cut() {
        live.forEach(FaultyProxy::reset);
        live.clear();
    }

    @Override
    public void close() {
        refuse();
        become(State.RESETTING);
    }

    private synchronized void become(State next) {
        state = next;
        notifyAll();
    }

    private synchronized boolean resets() {
        return state == State.RESETTING;
    }

    private synchronized void awaitPassage(boolean answer) throws IOException {
        try {
            while (state == State.HANGING || (answer && state == State.SWALLOWING_ANSWERS)) {
                wait();
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private ServerSocket listen() {
        try {
            ServerSocket socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            start(() -> accept(socket));
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "faulty-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept(ServerSocket listener) {
        while (true) {
            try {
                Socket client = listener.accept();
                start(() -> serve(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        live.add(client);
        try {
            awaitPassage(false);
            if (resets()) {
                end(client);
                return;
            }
            Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
            live.add(server);
            start(() -> pump(server, client, true));
            pump(client, server, false);
        } catch (IOException e) {
            end(client);
        }
    }

    private void pump(Socket from, Socket to, boolean answers) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[16_384];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                awaitPassage(answers);
                out.write(buffer, 0, read);
            }
            awaitPassage(answers);
        } catch (IOException e) {
            // one of the two is gone, and now the other
        } finally {
            end(from);
            end(to);
        }
    }

    private void end(Socket socket) {
        live.remove(socket);
        reset(socket);
    }

    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
        } catch (IOException e) {
            // closed already
        }
        close(socket);
    }

    private static void close(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
