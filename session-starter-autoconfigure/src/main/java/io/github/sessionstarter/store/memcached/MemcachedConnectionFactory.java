package io.github.sessionstarter.store.memcached;

import java.time.Duration;
import java.util.List;
import net.spy.memcached.ClientMode;
import net.spy.memcached.DefaultConnectionFactory;
import net.spy.memcached.DefaultHashAlgorithm;
import net.spy.memcached.FailureMode;
import net.spy.memcached.KetamaNodeLocator;
import net.spy.memcached.MemcachedNode;
import net.spy.memcached.NodeLocator;
import net.spy.memcached.OperationFactory;
import net.spy.memcached.protocol.binary.BinaryOperationFactory;

/**
 * A memcached client's configuration as {@link MemcachedSessionStore} needs it: the binary protocol, a fixed list of
 * servers, and keys spread over them by the client's own ketama, which a peer with several servers may not share.
 *
 * <p>A key belongs to one server. While that one is down its sessions cannot be reached; they are not looked for, and not
 * made anew, on another.
 */
public final class MemcachedConnectionFactory extends DefaultConnectionFactory {

    private static final String LOGGER = "net.spy.log.LoggerImpl";

    static {
        // the client's own logs to stderr, and names keys
        if (System.getProperty(LOGGER) == null) {
            System.setProperty(LOGGER, ClientLog.class.getName());
        }
    }

    private static final long RECONNECT_SECONDS = 1;

    private final long timeout;

    /** @param timeout how long an operation may take, the wait for a lost server included */
    public MemcachedConnectionFactory(Duration timeout) {
        super(ClientMode.Static, DEFAULT_OP_QUEUE_LEN, DEFAULT_READ_BUFFER_SIZE, DefaultHashAlgorithm.KETAMA_HASH);
        this.timeout = timeout.toMillis();
    }

    @Override
    public NodeLocator createLocator(List<MemcachedNode> nodes) {
        return new KetamaNodeLocator(nodes, getHashAlg());
    }

    @Override
    public OperationFactory getOperationFactory() {
        return new BinaryOperationFactory();
    }

    /** Not Redistribute, which takes a record on a lost server for absent; not Cancel, which fails until connected. */
    @Override
    public FailureMode getFailureMode() {
        return FailureMode.Retry;
    }

    @Override
    public long getOperationTimeout() {
        return timeout;
    }

    @Override
    public long getOpQueueMaxBlockTime() {
        return timeout;
    }

    /** In seconds; a session cannot be read before. */
    @Override
    public long getMaxReconnectDelay() {
        return RECONNECT_SECONDS;
    }

    @Override
    public boolean isDaemon() {
        return true;
    }
}
