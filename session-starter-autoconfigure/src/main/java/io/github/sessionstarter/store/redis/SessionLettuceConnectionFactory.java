package io.github.sessionstarter.store.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.ReadFrom;
import io.lettuce.core.RedisChannelHandler;
import io.lettuce.core.RedisConnectionStateAdapter;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.SslVerifyMode;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.cluster.ClusterClientOptions;
import io.lettuce.core.cluster.api.StatefulRedisClusterConnection;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.DefaultClientResources;
import io.lettuce.core.resource.Delay;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.DirectFieldAccessor;
import org.springframework.data.redis.connection.RedisConfiguration;
import org.springframework.data.redis.connection.RedisConfiguration.ClusterConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.connection.lettuce.RedisCredentialsProviderFactory;

/**
 * A connection for sessions alone, to the servers of another factory and with its credentials, TLS and threads. What
 * differs is what sessions need and the rest of an application may not want:
 *
 * <ul>
 *   <li>no command, and no attempt to connect, takes longer than the sessions' timeout (Lettuce's own is a minute);
 *   <li>reads go to the master, whatever the other reads from: a replica may not know yet that somebody has logged out;
 *   <li>a server that is back is connected again within a second (Lettuce waits up to half a minute);
 *   <li>lost connections are counted, for what was cut off in the middle is sent again.
 * </ul>
 */
public final class SessionLettuceConnectionFactory extends LettuceConnectionFactory {

    private static final Duration LONGEST_RECONNECT_DELAY = Duration.ofSeconds(1);

    private final OneAttempt connecting = new OneAttempt();
    private final AtomicLong losses = new AtomicLong();
    private final ClientResources resources;

    private SessionLettuceConnectionFactory(RedisConfiguration servers, Client client) {
        super(servers, client);
        this.resources = client.resources();
    }

    /**
     * Starts such a factory; it connects when it is first used, and {@link #destroy} ends it.
     *
     * @param other stays as it is
     */
    public static SessionLettuceConnectionFactory like(LettuceConnectionFactory other, Duration timeout) {
        // Spring tells of each kind of servers by a method of its own, and of a static master and replicas by none
        Object servers = Objects.requireNonNull(new DirectFieldAccessor(other).getPropertyValue("configuration"));
        Client client = Client.of(other.getClientConfiguration(), servers instanceof ClusterConfiguration, timeout);
        SessionLettuceConnectionFactory factory =
                new SessionLettuceConnectionFactory((RedisConfiguration) servers, client);
        factory.afterPropertiesSet();
        factory.start();
        factory.countLosses();
        return factory;
    }

    private void countLosses() {
        getRequiredNativeClient().addListener(new RedisConnectionStateAdapter() {
            @Override
            public void onRedisDisconnected(RedisChannelHandler<?, ?> connection) {
                losses.incrementAndGet();
            }
        });
    }

    /** How often a connection was lost. It is counted before anything is sent again. */
    public long losses() {
        return losses.get();
    }

    @Override
    protected @Nullable StatefulRedisConnection<byte[], byte[]> getSharedConnection() {
        return connecting.perform(super::getSharedConnection);
    }

    @Override
    protected @Nullable StatefulRedisClusterConnection<byte[], byte[]> getSharedClusterConnection() {
        return connecting.perform(super::getSharedClusterConnection);
    }

    @Override
    public void destroy() {
        super.destroy();
        // what it shares with others stays
        var unused = resources.shutdown(0, 0, TimeUnit.SECONDS);
    }

    /** The other's configuration, with what sessions need. */
    private record Client(
            LettuceClientConfiguration other, Duration timeout, ClientOptions options, ClientResources resources)
            implements LettuceClientConfiguration {

        static Client of(LettuceClientConfiguration other, boolean cluster, Duration timeout) {
            ClientOptions options = other.getClientOptions().orElseGet(ClientOptions::create);
            if (cluster && !(options instanceof ClusterClientOptions)) {
                // others are passed over there
                options = ClusterClientOptions.builder(options).build();
            }
            SocketOptions sockets = options.getSocketOptions();
            if (sockets.getConnectTimeout().compareTo(timeout) > 0) {
                sockets = sockets.mutate().connectTimeout(timeout).build();
            }
            return new Client(
                    other,
                    timeout,
                    options.mutate().socketOptions(sockets).build(),
                    resources(other.getClientResources().orElse(null)));
        }

        /** @param other whose threads they share, which its owner shuts down; null: they have their own */
        private static ClientResources resources(@Nullable ClientResources other) {
            ClientResources.Builder resources = DefaultClientResources.builder()
                    .reconnectDelay(
                            Delay.exponential(Duration.ZERO, LONGEST_RECONNECT_DELAY, 2, TimeUnit.MILLISECONDS));
            return other == null ? resources.build() : sharing(resources, other).build();
        }

        private static ClientResources.Builder sharing(ClientResources.Builder resources, ClientResources other) {
            return resources
                    .eventLoopGroupProvider(other.eventLoopGroupProvider())
                    .eventExecutorGroup(other.eventExecutorGroup())
                    .timer(other.timer())
                    .eventBus(other.eventBus())
                    .commandLatencyRecorder(other.commandLatencyRecorder())
                    .commandLatencyPublisherOptions(other.commandLatencyPublisherOptions())
                    .socketAddressResolver(other.socketAddressResolver())
                    .addressResolverGroup(other.addressResolverGroup())
                    .nettyCustomizer(other.nettyCustomizer())
                    .tracing(other.tracing());
        }

        @Override
        public Duration getCommandTimeout() {
            return timeout;
        }

        @Override
        public Optional<ClientOptions> getClientOptions() {
            return Optional.of(options);
        }

        @Override
        public Optional<ClientResources> getClientResources() {
            return Optional.of(resources);
        }

        @Override
        public Optional<ReadFrom> getReadFrom() {
            return Optional.empty();
        }

        @Override
        public boolean isUseSsl() {
            return other.isUseSsl();
        }

        @Override
        @SuppressWarnings("deprecation") // still to be implemented
        public boolean isVerifyPeer() {
            return getVerifyMode() != SslVerifyMode.NONE;
        }

        @Override
        public SslVerifyMode getVerifyMode() {
            return other.getVerifyMode();
        }

        @Override
        public boolean isStartTls() {
            return other.isStartTls();
        }

        @Override
        public Optional<String> getClientName() {
            return other.getClientName();
        }

        @Override
        public Optional<RedisCredentialsProviderFactory> getRedisCredentialsProviderFactory() {
            return other.getRedisCredentialsProviderFactory();
        }

        @Override
        public Duration getShutdownTimeout() {
            return other.getShutdownTimeout();
        }

        @Override
        public Duration getShutdownQuietPeriod() {
            return other.getShutdownQuietPeriod();
        }
    }
}
