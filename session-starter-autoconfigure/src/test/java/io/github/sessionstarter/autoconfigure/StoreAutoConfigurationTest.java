package io.github.sessionstarter.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sessionstarter.SessionConnection;
import io.github.sessionstarter.SessionRepository;
import io.github.sessionstarter.SessionStore;
import io.github.sessionstarter.repository.CookieSessionRepository;
import io.github.sessionstarter.repository.NullSessionRepository;
import io.github.sessionstarter.repository.SessionCleanup;
import io.github.sessionstarter.repository.StoreSessionRepository;
import io.github.sessionstarter.store.filesystem.FilesystemSessionStore;
import io.github.sessionstarter.store.jdbc.Databases;
import io.github.sessionstarter.store.memory.MemorySessionStore;
import io.github.sessionstarter.store.redis.RedisSessionStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

class StoreAutoConfigurationTest {

    private final WebApplicationContextRunner runner =
            new WebApplicationContextRunner().withConfiguration(AutoConfigurations.of(SessionAutoConfiguration.class));

    private static String description(Throwable failure) {
        return new SessionConfigurationFailureAnalyzer().analyze(failure).getDescription();
    }

    private static String action(Throwable failure) {
        return new SessionConfigurationFailureAnalyzer().analyze(failure).getAction();
    }

    @ParameterizedTest
    @CsvSource({
        "redis, org.springframework.data.redis, spring-boot-starter-data-redis",
        "memcached, net.spy, elasticache-java-cluster-client",
        "mongodb, com.mongodb, spring-boot-starter-mongodb",
        "jdbc, org.springframework.jdbc, spring-boot-starter-jdbc",
        "sqlalchemy, org.springframework.jdbc, spring-boot-starter-jdbc"
    })
    void aMissingClientLibraryIsNamed(String type, String packageName, String dependency) {
        runner.withPropertyValues("session.type=" + type)
                .withClassLoader(new FilteredClassLoader(packageName))
                .run(context -> {
                    assertThat(description(context.getStartupFailure())).contains("client library is missing");
                    assertThat(action(context.getStartupFailure())).contains(dependency);
                });
    }

    @ParameterizedTest
    @CsvSource({
        "redis, org.springframework.data.redis",
        "memcached, net.spy",
        "mongodb, com.mongodb",
        "jdbc, org.springframework.jdbc"
    })
    void theApplicationsOwnStoreNeedsNoClientLibrary(String type, String packageName) {
        runner.withPropertyValues("session.type=" + type)
                .withClassLoader(new FilteredClassLoader(packageName))
                .withBean(SessionStore.class, () -> new MemorySessionStore(Clock.systemUTC()))
                .run(context -> assertThat(context.getBean(SessionRepository.class))
                        .isInstanceOf(StoreSessionRepository.class));
    }

    @Test
    void theApplicationsOwnRepositoryNeedsNoClientLibrary() {
        runner.withPropertyValues("session.type=redis")
                .withClassLoader(new FilteredClassLoader("org.springframework.data.redis"))
                .withBean(SessionRepository.class, () -> new NullSessionRepository("the application's own"))
                .run(context -> assertThat(context).hasNotFailed());
    }

    /** Spring Boot does not manage it. */
    @Test
    void theVersionOfMemcachedsClientIsThatOfThePom() throws IOException {
        Matcher version =
                Pattern.compile("<elasticache-client.version>(.+)</").matcher(Files.readString(Path.of("../pom.xml")));
        assertThat(version.find()).isTrue();
        String dependency = "com.amazonaws:elasticache-java-cluster-client:" + version.group(1);

        assertThat(Files.readString(Path.of("../README.md"))).contains("`" + dependency + "`");
        assertThatThrownBy(() -> SessionType.MEMCACHED.requireClient(new FilteredClassLoader("net.spy")))
                .isInstanceOfSatisfying(SessionConfigurationException.class, e -> assertThat(e.action())
                        .isEqualTo("Add the dependency " + dependency + "."));
    }

    @ParameterizedTest
    @CsvSource({
        "redis, RedisConnectionFactory, spring.data.redis.url",
        "mongodb, MongoClient, spring.mongodb.uri",
        "jdbc, DataSource, spring.datasource.url"
    })
    void aMissingConnectionIsNamed(String type, String bean, String property) {
        runner.withPropertyValues("session.type=" + type).run(context -> {
            assertThat(description(context.getStartupFailure())).contains(bean);
            assertThat(action(context.getStartupFailure())).contains(property);
        });
    }

    @Test
    void noLibraryIsNeededForATypeThatIsNotSet() {
        runner.withPropertyValues("session.secret-key=a secret key of the tests")
                .withClassLoader(new FilteredClassLoader(
                        "org.springframework.data.redis", "net.spy", "com.mongodb", "org.springframework.jdbc"))
                .run(context -> assertThat(context.getBean(SessionRepository.class))
                        .isInstanceOf(CookieSessionRepository.class));
    }

    @Test
    void redisIsTakenFromSpringBootsOwnConnection() {
        runner.withConfiguration(AutoConfigurations.of(DataRedisAutoConfiguration.class))
                .withPropertyValues("session.type=redis")
                .run(context -> {
                    assertThat(context).hasSingleBean(RedisSessionStore.class);
                    assertThat(context.getBean(SessionRepository.class)).isInstanceOf(StoreSessionRepository.class);
                });
    }

    @Test
    void filesNeedNothing(@TempDir Path folder) {
        runner.withPropertyValues("session.type=filesystem", "session.file.dir=" + folder)
                .run(context -> assertThat(context)
                        .hasSingleBean(FilesystemSessionStore.class)
                        .hasSingleBean(SessionCleanup.class));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFolderThatCannotBeCreatedIsTold() {
        assertFolderIsRefused("/proc/session-starter", "which cannot be created");
    }

    @Test
    void aFolderThatIsAFileIsTold(@TempDir Path folder) throws IOException {
        Path file = Files.createFile(folder.resolve("sessions"));

        assertFolderIsRefused(file.toString(), "which is no folder");
        assertFolderIsRefused(file.resolve("below").toString(), "which cannot be created");
    }

    /** One that even root cannot write to. */
    @ParameterizedTest
    @ValueSource(ints = {0, 500})
    @EnabledOnOs(OS.LINUX)
    void aFolderThatCannotBeWrittenToIsTold(int threshold) {
        assertFolderIsRefused("/proc/self", "which cannot be written to", "session.file.threshold=" + threshold);
    }

    private void assertFolderIsRefused(String folder, String problem, String... properties) {
        runner.withPropertyValues("session.type=filesystem", "session.file.dir=" + folder)
                .withPropertyValues(properties)
                .run(context -> {
                    assertThat(description(context.getStartupFailure()))
                            .startsWith("session.file.dir is " + folder + ", " + problem);
                    assertThat(action(context.getStartupFailure())).contains("Set it to a folder");
                });
    }

    @Test
    void ofSeveralDataSourcesTheMarkedOneIsUsed() {
        runner.withUserConfiguration(TwoDataSources.class)
                .withPropertyValues("session.type=jdbc")
                .run(context -> {
                    assertThat(context).hasSingleBean(SessionStore.class);
                    DataSource marked = context.getBean("marked", DataSource.class);
                    DataSource other = context.getBean("other", DataSource.class);
                    assertThat(JdbcClient.create(marked)
                                    .sql("select count(*) from \"sessions\"")
                                    .query(Integer.class)
                                    .single())
                            .isZero();
                    assertThatThrownBy(() -> JdbcClient.create(other)
                                    .sql("select count(*) from \"sessions\"")
                                    .query()
                                    .singleValue())
                            .isInstanceOf(RuntimeException.class);
                });
    }

    @Configuration(proxyBeanMethods = false)
    static class TwoDataSources {

        @Bean
        @SessionConnection
        DataSource marked() {
            return h2();
        }

        @Bean
        DataSource other() {
            return h2();
        }
    }

    private static JdbcDataSource h2() {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        return h2;
    }

    @Test
    void ofSeveralDataSourcesNoneMarkedIsAnError() {
        Supplier<JdbcDataSource> supplier = StoreAutoConfigurationTest::h2;
        runner.withBean("one", DataSource.class, supplier::get)
                .withBean("two", DataSource.class, supplier::get)
                .withPropertyValues("session.type=jdbc")
                .run(context -> assertThat(action(context.getStartupFailure())).contains("@SessionConnection"));
    }

    @Test
    void aTableThatIsMissingIsToldAtStartUp() {
        runner.withBean(DataSource.class, StoreAutoConfigurationTest::h2)
                .withPropertyValues("session.type=jdbc", "session.jdbc.initialize-schema=never")
                .run(context ->
                        assertThat(description(context.getStartupFailure())).contains("sessions"));
    }

    @Test
    void theApplicationsOwnStoreIsUsedWhateverTheType() {
        runner.withBean(SessionStore.class, () -> new MemorySessionStore(Clock.systemUTC()))
                .run(context -> {
                    assertThat(context).hasSingleBean(SessionStore.class);
                    assertThat(context.getBean(SessionRepository.class)).isInstanceOf(StoreSessionRepository.class);
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "session.serialization-format=xml|session.serialization-format is 'xml'",
                "session.id-length=8|session.id-length must be",
                "session.key-prefix=a b|session.key-prefix must be",
                "session.use-signer=true|no session.secret-key",
                "session.cleanup.batch-size=0|session.cleanup.batch-size",
                "session.file.mode=0999|session.file.mode is no access mode",
                "session.file.mode=1000|session.file.mode is no access mode",
                "session.file.mode=0400|session.file.mode is no access mode",
                "session.file.mode=rw|session.file.mode is no access mode",
                "session.file.threshold=-1|session.file.threshold is negative"
            })
    void whatIsWrongIsTold(String property, String message, @TempDir Path folder) {
        runner.withPropertyValues("session.type=filesystem", "session.file.dir=" + folder, property)
                .run(context ->
                        assertThat(description(context.getStartupFailure())).contains(message));
    }

    @Test
    void anEmptyTableIsRefused() {
        runner.withBean(DataSource.class, Databases::h2)
                .withPropertyValues("session.type=jdbc", "session.jdbc.table=")
                .run(context ->
                        assertThat(description(context.getStartupFailure())).contains("session.jdbc.table is empty"));
    }

    @Test
    void anEmptyPrefixIsRefusedWhereItWouldNameOthersKeys() {
        runner.withConfiguration(AutoConfigurations.of(DataRedisAutoConfiguration.class))
                .withPropertyValues("session.type=redis", "session.key-prefix=")
                .run(context ->
                        assertThat(description(context.getStartupFailure())).contains("session.key-prefix is empty"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"redis", "memcached", "filesystem", "mongodb", "jdbc"})
    void aSliceKeepsTheSessionsOfAnyStoreInMemory(String type) {
        new WebApplicationContextRunner()
                .withConfiguration(
                        AutoConfigurations.of(MemorySessionAutoConfiguration.class, SessionAutoConfiguration.class))
                .withPropertyValues("session.type=" + type)
                .run(context -> assertThat(context).getBean(SessionStore.class).isInstanceOf(MemorySessionStore.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", ":11211", "localhost:port", "localhost:99999"})
    void aMemcachedServerThatIsNoneIsTold(String server) {
        runner.withPropertyValues("session.type=memcached", "session.memcached-servers=" + server)
                .run(context -> assertThat(description(context.getStartupFailure()))
                        .contains("session.memcached-servers has '" + server + "'"));
    }

    @ParameterizedTest
    @CsvSource({"0600, 384", "0o640, 416", "384, 384", "0600 , 384", "0777, 511"})
    void fileModesAreReadAsFlaskWritesThem(String text, int mode) {
        assertThat(FileMode.parse(text)).isEqualTo(mode);
    }
}
