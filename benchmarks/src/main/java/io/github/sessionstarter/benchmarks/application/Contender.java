package io.github.sessionstarter.benchmarks.application;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A way to keep sessions, and the application that keeps them so. */
public enum Contender {
    NONE("no session", Kind.NONE, ConstantController.class),
    TOMCAT("Tomcat's HttpSession", Kind.HTTP_SESSION, HttpSessionController.class),
    BY_HAND("GETEX, SETEX by hand", Kind.BY_HAND, ByHandController.class, Server.REDIS),
    SPRING_SESSION_REDIS(
            "Spring Session, Redis", Kind.SPRING_SESSION, SpringSessionRedisConfiguration.class, Server.REDIS),
    SPRING_SESSION_JDBC(
            "Spring Session, JDBC", Kind.SPRING_SESSION, SpringSessionJdbcConfiguration.class, Server.POSTGRESQL),
    COOKIE("session-starter, cookie", Kind.STARTER, SessionController.class),
    REDIS("session-starter, Redis", Kind.STARTER, SessionController.class, Server.REDIS),
    MEMCACHED("session-starter, memcached", Kind.STARTER, SessionController.class, Server.MEMCACHED),
    FILESYSTEM("session-starter, files", Kind.STARTER, SessionController.class),
    JDBC("session-starter, JDBC", Kind.STARTER, SessionController.class, Server.POSTGRESQL),
    MONGODB("session-starter, MongoDB", Kind.STARTER, SessionController.class, Server.MONGODB);

    private final String label;
    private final Kind kind;
    private final Class<?> configuration;
    private final @Nullable Server server;

    Contender(String label, Kind kind, Class<?> configuration) {
        this(label, kind, configuration, null);
    }

    Contender(String label, Kind kind, Class<?> configuration, @Nullable Server server) {
        this.label = label;
        this.kind = kind;
        this.configuration = configuration;
        this.server = server;
    }

    /** Whose sessions they are. */
    private enum Kind {
        NONE,
        HTTP_SESSION,
        BY_HAND,
        SPRING_SESSION,
        STARTER
    }

    /** What sessions are kept in. */
    public enum Server {
        REDIS("/io/lettuce/|/redis/clients/|spring-data-redis"),
        POSTGRESQL("/org/postgresql/|HikariCP|/spring-jdbc/"),
        MEMCACHED("elasticache-java-cluster-client"),
        MONGODB("/org/mongodb/");

        private final String libraries;

        /**
         * Describes one.
         *
         * @param libraries a regular expression for the paths of its clients' jars
         */
        Server(String libraries) {
            this.libraries = libraries;
        }

        private boolean isServedBy(String entry) {
            return Pattern.compile(libraries).matcher(entry).find();
        }
    }

    /** The name that tables and plots give it. */
    public String label() {
        return label;
    }

    Class<?> configuration() {
        return configuration;
    }

    public boolean isStarter() {
        return kind == Kind.STARTER;
    }

    public boolean uses(Server server) {
        return this.server == server;
    }

    /** Whether an application of this kind has the library: others' would start with it, and connect to servers. */
    public boolean hasOnClassPath(String entry) {
        if (entry.contains("spring-session")) {
            return kind == Kind.SPRING_SESSION;
        }
        if (entry.contains("session-starter-autoconfigure") || entry.contains("msgpack")) {
            return kind == Kind.STARTER;
        }
        return Arrays.stream(Server.values())
                .filter(server -> !uses(server))
                .noneMatch(server -> server.isServedBy(entry));
    }

    /** The properties of its application, beside those of the servers. */
    List<String> properties() {
        return kind == Kind.STARTER ? List.of("session.type=" + name().toLowerCase(Locale.ROOT)) : List.of();
    }
}
