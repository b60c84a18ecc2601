package io.github.sessionstarter.security;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import io.github.sessionstarter.security.LoggedRun.Leak;
import io.github.sessionstarter.security.Needles.Kind;
import io.github.sessionstarter.server.ServletContainer;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Spring Session 3.0.0 wrote session ids into the log, and who read the log was who they named (CVE-2023-20866). Here our
 * own loggers show no id, cookie, data or key at any level, and the others only at levels that are off unless somebody
 * wants to see what goes over the wire; which, is listed here and in docs/security.md.
 */
@DisplayName("CVE-2023-20866: no log shows what is secret of a session")
class LoggedSecretsTest {

    private static final Map<Storage, Set<Leak>> LEAKS = new EnumMap<>(Storage.class);

    private enum Storage {
        COOKIE_ON_TOMCAT,
        COOKIE_ON_JETTY,
        REDIS_BY_LETTUCE,
        REDIS_BY_JEDIS,
        MEMCACHED,
        FILESYSTEM,
        MONGODB,
        H2,
        SQLITE,
        POSTGRESQL,
        MARIADB;

        /** A run is long; it is done once. */
        Set<Leak> leaks() {
            return LEAKS.computeIfAbsent(this, storage -> LoggedRun.of(storage.application()));
        }

        private LoggedApplication application() {
            return switch (this) {
                case COOKIE_ON_TOMCAT -> LoggedApplication.ofCookies(ServletContainer.TOMCAT);
                case COOKIE_ON_JETTY -> LoggedApplication.ofCookies(ServletContainer.JETTY);
                case REDIS_BY_LETTUCE -> LoggedApplication.ofRedis("lettuce");
                case REDIS_BY_JEDIS -> LoggedApplication.ofRedis("jedis");
                case MEMCACHED -> LoggedApplication.ofMemcached();
                case FILESYSTEM -> LoggedApplication.ofFiles();
                case MONGODB -> LoggedApplication.ofMongo();
                case H2 -> LoggedApplication.ofH2();
                case SQLITE -> LoggedApplication.ofSqlite();
                case POSTGRESQL -> LoggedApplication.ofPostgresql();
                case MARIADB -> LoggedApplication.ofMariaDb();
            };
        }
    }

    /** The data too, where the cookie is the session. */
    private static final Set<Kind> HEADERS = EnumSet.of(Kind.ID, Kind.COOKIE, Kind.DATA);

    private static final Set<Kind> RECORDS = EnumSet.of(Kind.ID, Kind.DATA);

    /** Who shows what at DEBUG or TRACE, none of it at INFO. */
    private static final Map<String, Set<Kind>> KNOWN = Map.ofEntries(
            Map.entry("org.apache.coyote.http11.Http11InputBuffer", HEADERS),
            Map.entry("org.apache.tomcat.util.http.Rfc6265CookieProcessor", HEADERS),
            Map.entry("org.eclipse.jetty.http.HttpParser", HEADERS),
            Map.entry("org.eclipse.jetty.io.SocketChannelEndPoint", HEADERS),
            Map.entry("org.eclipse.jetty.server.handler.EventsHandler", HEADERS),
            Map.entry("io.lettuce.core.protocol.CommandEncoder", RECORDS),
            Map.entry("io.lettuce.core.protocol.CommandHandler", RECORDS),
            Map.entry("org.mongodb.driver.protocol.command", RECORDS),
            Map.entry("org.mariadb.jdbc.client.socket.Writer", RECORDS),
            Map.entry("org.mariadb.jdbc.client.socket.Reader", RECORDS),
            Map.entry("org.postgresql.core.v3.QueryExecutorImpl", RECORDS),
            // bodies, and so what the actuator is sent
            Map.entry("org.springframework.web.method.HandlerMethod", HEADERS),
            Map.entry(
                    "org.springframework.web.servlet.mvc.method.annotation.RequestResponseBodyMethodProcessor",
                    HEADERS),
            Map.entry("org.eclipse.jetty.server.internal.HttpConnection", HEADERS),
            Map.entry("org.eclipse.jetty.server.Request", HEADERS),
            Map.entry("org.eclipse.jetty.ee11.servlet.AsyncContentProducer", HEADERS),
            Map.entry("org.eclipse.jetty.ee11.servlet.BlockingContentProducer", HEADERS),
            // the tests' own server
            Map.entry("de.bwaldvogel.mongo.wire", RECORDS));

    private static boolean isOurs(Leak leak) {
        return leak.logger().startsWith("io.github.sessionstarter");
    }

    private static boolean isKnown(Leak leak) {
        return KNOWN.entrySet().stream()
                .anyMatch(known -> leak.logger().startsWith(known.getKey())
                        && known.getValue().contains(leak.kind()));
    }

    @ParameterizedTest
    @EnumSource
    void ourOwnLoggersShowNothingAtAnyLevel(Storage storage) {
        assertThat(storage.leaks()).noneMatch(LoggedSecretsTest::isOurs);
    }

    @ParameterizedTest
    @EnumSource
    void nobodyShowsAnythingAtInfoOrAbove(Storage storage) {
        assertThat(storage.leaks()).noneMatch(leak -> leak.level().isGreaterOrEqual(Level.INFO));
    }

    @ParameterizedTest
    @EnumSource
    void belowInfoOnlyThoseShowSomethingWhoAreKnownTo(Storage storage) {
        assertThat(storage.leaks()).allMatch(LoggedSecretsTest::isKnown);
    }
}
