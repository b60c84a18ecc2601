package io.github.sessionstarter.security;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.github.sessionstarter.server.ServletContainer;
import io.github.sessionstarter.server.TemporaryFolder;
import io.github.sessionstarter.store.jdbc.Databases;
import io.github.sessionstarter.store.memcached.TestMemcached;
import io.github.sessionstarter.store.redis.TestRedis;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.FileSystemUtils;

/** An application whose log is read: what its sessions lie in, and how that breaks in mid-request. */
record LoggedApplication(ServletContainer container, Map<String, String> properties, Breakage breakage) {

    /** Ends the store, in a way that its client has something to say about. */
    interface Breakage {

        void of(ApplicationContext application);
    }

    static LoggedApplication ofCookies(ServletContainer container) {
        return new LoggedApplication(container, Map.of("session.type", "cookie"), application -> {});
    }

    static LoggedApplication ofRedis(String client) {
        TestRedis redis = TestRedis.start();
        return onTomcat(
                Map.of(
                        "session.type",
                        "redis",
                        "spring.data.redis.port",
                        "" + redis.port(),
                        "spring.data.redis.client-type",
                        client),
                application -> redis.close());
    }

    static LoggedApplication ofMemcached() {
        TestMemcached memcached = TestMemcached.start();
        return onTomcat(
                Map.of("session.type", "memcached", "session.memcached-servers", "127.0.0.1:" + memcached.port()),
                application -> memcached.close());
    }

    static LoggedApplication ofFiles() {
        Path folder = TemporaryFolder.create();
        return onTomcat(Map.of("session.type", "filesystem", "session.file.dir", folder.toString()), application -> {
            try {
                FileSystemUtils.deleteRecursively(folder);
                Files.writeString(folder, "no directory any more");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    static LoggedApplication ofMongo() {
        MongoServer mongo = new MongoServer(new MemoryBackend());
        int port = mongo.bind().getPort();
        return onTomcat(
                Map.of("session.type", "mongodb", "spring.mongodb.uri", "mongodb://127.0.0.1:" + port),
                application -> mongo.shutdownNow());
    }

    static LoggedApplication ofH2() {
        return ofDatabase("jdbc:h2:mem:" + UUID.randomUUID(), "sa", "drop table \"logged_sessions\"");
    }

    static LoggedApplication ofSqlite() {
        return ofDatabase(
                "jdbc:sqlite:" + TemporaryFolder.create().resolve("sessions.db"), "", "drop table logged_sessions");
    }

    static LoggedApplication ofPostgresql() {
        return ofDatabase(
                ((PGSimpleDataSource) Databases.postgresql()).getURL(), "postgres", "drop table logged_sessions");
    }

    static LoggedApplication ofMariaDb() {
        return ofDatabase(
                ((DriverManagerDataSource) Databases.mariadb()).getUrl(), "root", "drop table logged_sessions");
    }

    private static LoggedApplication ofDatabase(String url, String user, String breakage) {
        return onTomcat(
                Map.of(
                        "session.type", "jdbc",
                        "spring.datasource.url", url,
                        "spring.datasource.username", user,
                        "session.jdbc.table", "logged_sessions",
                        "session.jdbc.initialize-schema", "always"),
                application -> JdbcClient.create(application.getBean(DataSource.class))
                        .sql(breakage)
                        .update());
    }

    private static LoggedApplication onTomcat(Map<String, String> properties, Breakage breakage) {
        Map<String, String> all = new HashMap<>(properties);
        all.put("session.use-signer", "true");
        all.put("session.store-timeout", "300ms");
        return new LoggedApplication(ServletContainer.TOMCAT, all, breakage);
    }
}
