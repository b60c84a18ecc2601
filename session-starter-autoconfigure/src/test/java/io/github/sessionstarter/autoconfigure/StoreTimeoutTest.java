package io.github.sessionstarter.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.github.sessionstarter.SessionConnection;
import io.github.sessionstarter.store.redis.SessionLettuceConnectionFactory;
import java.nio.file.Path;
import net.spy.memcached.MemcachedClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/** {@code session.store-timeout} reaches the client; where it cannot, the property that exceeds it is named. */
@ExtendWith(OutputCaptureExtension.class)
class StoreTimeoutTest {

    private final WebApplicationContextRunner runner = new WebApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    SessionAutoConfiguration.class,
                    DataRedisAutoConfiguration.class,
                    DataSourceAutoConfiguration.class))
            .withPropertyValues("session.store-timeout=700ms");

    @Test
    void lettuceHasIt(CapturedOutput output) {
        runner.withPropertyValues("session.type=redis").run(context -> {
            RedisConnectionFactory own = context.getBean(RedisConnections.class).factory();
            LettuceConnectionFactory applications = context.getBean(LettuceConnectionFactory.class);

            assertThat(own).isInstanceOf(SessionLettuceConnectionFactory.class);
            assertThat(((SessionLettuceConnectionFactory) own).getTimeout()).isEqualTo(700);
            assertThat(applications.getTimeout()).isEqualTo(60_000);
            assertThat(output).doesNotContain("Set spring.");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"filesystem", "memcached"})
    void aTimeThatIsShortIsOnceSaidToBeMilliseconds(String type, CapturedOutput output, @TempDir Path folder) {
        runner.withPropertyValues("session.type=" + type, "session.file.dir=" + folder, "session.store-timeout=5")
                .run(context -> assertThat(output)
                        .containsOnlyOnce("session.store-timeout is 5 ms")
                        .contains("A number without a unit is milliseconds"));
    }

    @Test
    void aTimeThatIsLongEnoughIsNotWarnedOf(CapturedOutput output, @TempDir Path folder) {
        runner.withPropertyValues("session.type=filesystem", "session.file.dir=" + folder, "session.store-timeout=50")
                .run(context -> assertThat(output).doesNotContain("session.store-timeout is"));
    }

    @Test
    void theSessionsConnectionEndsWithTheApplication() {
        SessionLettuceConnectionFactory[] own = new SessionLettuceConnectionFactory[1];

        runner.withPropertyValues("session.type=redis")
                .run(context -> own[0] = (SessionLettuceConnectionFactory)
                        context.getBean(RedisConnections.class).factory());

        assertThat(own[0].isRunning()).isFalse();
    }

    @Test
    void memcachedHasIt() {
        runner.withPropertyValues("session.type=memcached", "session.memcached-servers=127.0.0.1:1")
                .run(context -> assertThat(context.getBean("flaskMemcachedClient", MemcachedClient.class)
                                .getOperationTimeout())
                        .isEqualTo(700));
    }

    @Test
    void jedisIsToldWhatToSet(CapturedOutput output) {
        runner.withPropertyValues("session.type=redis", "spring.data.redis.client-type=jedis")
                .run(context -> assertThat(output)
                        .contains("Set spring.data.redis.timeout to 700ms or less")
                        .contains("Set spring.data.redis.connect-timeout to 700ms or less")
                        .contains("Set spring.data.redis.jedis.pool.max-wait to 700ms or less"));
    }

    @Test
    void jedisIsToldNothingWhereAllIsSet(CapturedOutput output) {
        runner.withPropertyValues(
                        "session.type=redis",
                        "spring.data.redis.client-type=jedis",
                        "spring.data.redis.timeout=700ms",
                        "spring.data.redis.connect-timeout=100ms",
                        "spring.data.redis.jedis.pool.max-wait=700ms")
                .run(context -> assertThat(output).doesNotContain("Set spring."));
    }

    @Test
    void aMarkedLettuceFactoryStaysAsItIsAndIsToldWhatToSet(CapturedOutput output) {
        runner.withUserConfiguration(Marked.class)
                .withPropertyValues("session.type=redis")
                .run(context -> {
                    assertThat(context.getBean(RedisConnections.class).factory())
                            .isSameAs(context.getBean("marked"));
                    assertThat(output).contains("Set spring.data.redis.timeout to 700ms or less");
                });
    }

    @Configuration(proxyBeanMethods = false)
    static class Marked {

        @Bean
        @SessionConnection
        LettuceConnectionFactory marked() {
            return new LettuceConnectionFactory(new RedisStandaloneConfiguration("127.0.0.1", 1));
        }
    }

    @Test
    void hikariIsToldWhatToSet(CapturedOutput output) {
        runner.withPropertyValues("session.type=jdbc", "spring.datasource.url=jdbc:h2:mem:told")
                .run(context -> {
                    assertThat(context).hasSingleBean(HikariDataSource.class);
                    assertThat(output)
                            .contains("Set spring.datasource.hikari.connection-timeout to 700 or less")
                            .contains("Set spring.datasource.hikari.validation-timeout to 700 or less");
                });
    }

    @Test
    void hikariIsToldNothingWhereAllIsSet(CapturedOutput output) {
        runner.withPropertyValues(
                        "session.type=jdbc",
                        "spring.datasource.url=jdbc:h2:mem:untold",
                        "spring.datasource.hikari.connection-timeout=700",
                        "spring.datasource.hikari.validation-timeout=250")
                .run(context -> assertThat(output).doesNotContain("Set spring."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"session.store-timeout=0", "session.store-timeout=-1s", "session.on-store-failure=retry"})
    void whatIsNoneIsTold(String property) {
        runner.withPropertyValues("session.type=redis", property).run(context -> assertThat(context.getStartupFailure())
                .rootCause()
                .isInstanceOf(SessionConfigurationException.class)
                .hasMessageContaining(property.substring(0, property.indexOf('='))));
    }
}
