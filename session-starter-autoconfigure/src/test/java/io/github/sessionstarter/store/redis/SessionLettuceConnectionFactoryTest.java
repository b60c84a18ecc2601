package io.github.sessionstarter.store.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.sessionstarter.SessionStore;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.ReadFrom;
import io.lettuce.core.SslVerifyMode;
import io.lettuce.core.cluster.ClusterClientOptions;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.Delay;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.connection.RedisClusterConfiguration;
import org.springframework.data.redis.connection.RedisConfiguration;
import org.springframework.data.redis.connection.RedisPassword;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.RedisStaticMasterReplicaConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import redis.clients.jedis.Jedis;

/** What the sessions' connection has from the application's, and what it has of its own. */
class SessionLettuceConnectionFactoryTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final byte[] VALUE = {1};

    private static TestRedis redis;
    private static TestRedis replica;

    @BeforeAll
    static void start() {
        redis = TestRedis.start(
                "user app on >secret ~session:* resetchannels -@all +get +getex +set +del +expire +evalsha +eval"
                        + " +hello +client +select");
        replica = TestRedis.start("replicaof 127.0.0.1 " + redis.port());
        try (Jedis jedis = new Jedis("127.0.0.1", redis.port())) {
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> jedis.info("replication").contains("state=online"));
        }
    }

    @AfterAll
    static void stop() {
        replica.close();
        redis.close();
    }

    private static LettuceConnectionFactory applications(
            RedisConfiguration servers, LettuceClientConfiguration.LettuceClientConfigurationBuilder client) {
        LettuceConnectionFactory factory = servers instanceof RedisStaticMasterReplicaConfiguration several
                ? new LettuceConnectionFactory(several, client.build())
                : new LettuceConnectionFactory((RedisStandaloneConfiguration) servers, client.build());
        factory.afterPropertiesSet();
        factory.start();
        return factory;
    }

    private static int calls(TestRedis server, String command) {
        try (Jedis jedis = new Jedis("127.0.0.1", server.port())) {
            return jedis.info("commandstats")
                    .lines()
                    .filter(line -> line.startsWith("cmdstat_" + command + ":"))
                    .mapToInt(line -> Integer.parseInt(line.replaceAll(".*:calls=(\\d+),.*", "$1")))
                    .sum();
        }
    }

    @Test
    void hasTheApplicationsCredentialsAndDatabase() {
        RedisStandaloneConfiguration servers = new RedisStandaloneConfiguration("127.0.0.1", redis.port());
        servers.setUsername("app");
        servers.setPassword(RedisPassword.of("secret"));
        servers.setDatabase(3);
        LettuceConnectionFactory other = applications(servers, LettuceClientConfiguration.builder());

        SessionLettuceConnectionFactory own = SessionLettuceConnectionFactory.like(other, TIMEOUT);
        new RedisSessionStore(own).insert("session:of the third", VALUE, LONG);

        try (Jedis jedis = new Jedis("127.0.0.1", redis.port())) {
            jedis.select(3);
            assertThat(jedis.exists("session:of the third")).isTrue();
        }
        own.destroy();
        other.destroy();
    }

    @Test
    void readsFromTheMasterWhateverTheApplicationReadsFrom() {
        RedisStaticMasterReplicaConfiguration servers =
                new RedisStaticMasterReplicaConfiguration("127.0.0.1", redis.port());
        servers.addNode("127.0.0.1", replica.port());
        LettuceConnectionFactory other =
                applications(servers, LettuceClientConfiguration.builder().readFrom(ReadFrom.REPLICA));
        SessionLettuceConnectionFactory own = SessionLettuceConnectionFactory.like(other, TIMEOUT);
        SessionStore store = new RedisSessionStore(own);
        int before = calls(replica, "get");

        store.insert("session:read", VALUE, LONG);
        byte[] read = store.load("session:read", null).value();

        assertThat(read).isEqualTo(VALUE);
        assertThat(calls(replica, "get")).isEqualTo(before);
        own.destroy();
        other.destroy();
    }

    @Test
    void leavesTheApplicationsAsItIs() {
        LettuceConnectionFactory other = applications(
                new RedisStandaloneConfiguration("127.0.0.1", redis.port()),
                LettuceClientConfiguration.builder().commandTimeout(Duration.ofSeconds(40)));
        SessionLettuceConnectionFactory own = SessionLettuceConnectionFactory.like(other, TIMEOUT);
        own.getConnection().close();

        own.destroy();

        assertThat(own.getTimeout()).isEqualTo(TIMEOUT.toMillis());
        assertThat(other.getTimeout()).isEqualTo(40_000);
        assertThat(other.getConnection().ping()).isEqualTo("PONG");
        other.destroy();
    }

    @Test
    void endsItsConnections() {
        LettuceConnectionFactory other = applications(
                new RedisStandaloneConfiguration("127.0.0.1", redis.port()),
                LettuceClientConfiguration.builder().clientName("ends"));
        SessionLettuceConnectionFactory own = SessionLettuceConnectionFactory.like(other, TIMEOUT);
        own.getConnection().close();
        boolean connected = isConnected("ends");

        own.destroy();

        assertThat(connected).isTrue();
        await().atMost(Duration.ofSeconds(30)).until(() -> !isConnected("ends"));
        other.destroy();
    }

    @Test
    void connectsAgainWithinASecondWhateverTheApplicationGaveItsFactory() {
        LettuceConnectionFactory other = applications(
                new RedisStandaloneConfiguration("127.0.0.1", redis.port()), LettuceClientConfiguration.builder());

        SessionLettuceConnectionFactory own = SessionLettuceConnectionFactory.like(other, TIMEOUT);

        ClientResources resources =
                own.getClientConfiguration().getClientResources().orElseThrow();
        Delay delay = resources.reconnectDelay();
        assertThat(LongStream.rangeClosed(1, 64).mapToObj(delay::createDelay))
                .allMatch(pause -> pause.compareTo(Duration.ofSeconds(1)) <= 0);
        own.destroy();
        assertThat(resources.eventExecutorGroup().isShuttingDown()).isTrue();
        other.destroy();
    }

    private static boolean isConnected(String clientName) {
        try (Jedis jedis = new Jedis("127.0.0.1", redis.port())) {
            return jedis.clientList().contains("name=" + clientName);
        }
    }

    @Test
    void usesTlsAsTheApplicationDoes() {
        LettuceConnectionFactory other = applications(
                new RedisStandaloneConfiguration("127.0.0.1", redis.port()),
                LettuceClientConfiguration.builder()
                        .useSsl()
                        .disablePeerVerification()
                        .startTls()
                        .and());

        SessionLettuceConnectionFactory own = SessionLettuceConnectionFactory.like(other, TIMEOUT);

        assertThat(own.isUseSsl()).isTrue();
        assertThat(own.isStartTls()).isTrue();
        assertThat(own.getClientConfiguration().getVerifyMode()).isEqualTo(SslVerifyMode.NONE);
        own.destroy();
        other.destroy();
    }

    @Test
    void connectsToAClusterInTimeTooWhereTheApplicationSetsNoOptions() {
        LettuceConnectionFactory other =
                new LettuceConnectionFactory(new RedisClusterConfiguration(List.of("127.0.0.1:" + redis.port())));
        other.afterPropertiesSet();
        other.start();

        SessionLettuceConnectionFactory own = SessionLettuceConnectionFactory.like(other, TIMEOUT);

        ClientOptions options = own.getClientConfiguration().getClientOptions().orElseThrow();
        assertThat(options).isInstanceOf(ClusterClientOptions.class);
        assertThat(options.getSocketOptions().getConnectTimeout()).isEqualTo(TIMEOUT);
        own.destroy();
        other.destroy();
    }
}
