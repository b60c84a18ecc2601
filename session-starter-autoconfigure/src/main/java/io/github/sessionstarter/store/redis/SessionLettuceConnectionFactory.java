package io.github.sessionstarter.store.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.ReadFrom;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.SslVerifyMode;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.cluster.api.StatefulRedisClusterConnection;
import io.lettuce.core.protocol.CommandType;
import io.lettuce.core.protocol.RedisCommand;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.DefaultClientResources;
import io.lettuce.core.resource.Delay;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.DirectFieldAccessor;
import org.springframework.data.redis.connection.RedisConfiguration;
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
 *   <li>what was cut off in the middle is sent again, except a deletion that depends on the record: its second answer
 *       would tell that somebody else has deleted it.
 * </ul>
 */
public final class SessionLettuceConnectionFactory extends LettuceConnectionFactory {

    private static final Duration LONGEST_RECONNECT_DELAY = Duration.ofSeconds(1);

    private final OneAttempt connecting = new OneAttempt();
    private final @Nullable ClientResources resources;

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
        Client client = Client.of(other.getClientConfiguration(), timeout);
        SessionLettuceConnectionFactory factory =
                new SessionLettuceConnectionFactory((RedisConfiguration) servers, client);
        factory.afterPropertiesSet();
        factory.start();
        return factory;
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
        if (resources != null) {
            var unused = resources.shutdown(0, 0, TimeUnit.SECONDS);
        }
    }

    /** The other's configuration, with what sessions need. */
    private record Client(
            LettuceClientConfiguration other,
            Duration timeout,
            ClientOptions options,
            @Nullable ClientResources resources)
            implements LettuceClientConfiguration {

        static Client of(LettuceClientConfiguration other, Duration timeout) {
            ClientOptions options = other.getClientOptions().orElseGet(ClientOptions::create);
            SocketOptions sockets = options.getSocketOptions();
            if (sockets.getConnectTimeout().compareTo(timeout) > 0) {
                sockets = sockets.mutate().connectTimeout(timeout).build();
            }
            return new Client(
                    other,
                    timeout,
                    options.mutate()
                            .socketOptions(sockets)
                            .replayFilter(Client::isConditionalDeletion)
                            .build(),
                    other.getClientResources().map(Client::like).orElse(null));
        }

        private static boolean isConditionalDeletion(RedisCommand<?, ?, ?> command) {
            return command.getType() == CommandType.EVALSHA
                    && command.getArgs().toCommandString().startsWith(Script.DELETE.sha1());
        }

        /** Shares everything that has threads, which its owner shuts down. */
        private static ClientResources like(ClientResources other) {
            return DefaultClientResources.builder()
                    .eventLoopGroupProvider(other.eventLoopGroupProvider())
                    .eventExecutorGroup(other.eventExecutorGroup())
                    .timer(other.timer())
                    .eventBus(other.eventBus())
                    .commandLatencyRecorder(other.commandLatencyRecorder())
                    .commandLatencyPublisherOptions(other.commandLatencyPublisherOptions())
                    .socketAddressResolver(other.socketAddressResolver())
                    .addressResolverGroup(other.addressResolverGroup())
                    .nettyCustomizer(other.nettyCustomizer())
                    .tracing(other.tracing())
                    .reconnectDelay(Delay.exponential(Duration.ZERO, LONGEST_RECONNECT_DELAY, 2, TimeUnit.MILLISECONDS))
                    .build();
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
            return Optional.ofNullable(resources);
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
