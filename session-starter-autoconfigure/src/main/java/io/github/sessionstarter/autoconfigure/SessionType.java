package io.github.sessionstarter.autoconfigure;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;

/** Where sessions are kept; the values of {@code session.type}. */
enum SessionType {
    COOKIE,
    REDIS(
            "org.springframework.data.redis.connection.RedisConnectionFactory",
            "org.springframework.boot:spring-boot-starter-data-redis"),
    MEMCACHED("net.spy.memcached.MemcachedClient", "com.amazonaws:elasticache-java-cluster-client:1.2.4"),
    FILESYSTEM,
    MONGODB("com.mongodb.client.MongoClient", "org.springframework.boot:spring-boot-starter-mongodb"),
    JDBC(
            "org.springframework.jdbc.core.simple.JdbcClient",
            "org.springframework.boot:spring-boot-starter-jdbc and the database's driver"),
    NONE;

    static final String PROPERTY = "session.type";

    private static final Map<String, SessionType> BY_NAME = new LinkedHashMap<>();

    static {
        BY_NAME.put("cookie", COOKIE);
        BY_NAME.put("redis", REDIS);
        BY_NAME.put("memcached", MEMCACHED);
        BY_NAME.put("filesystem", FILESYSTEM);
        BY_NAME.put("mongodb", MONGODB);
        BY_NAME.put("jdbc", JDBC);
        BY_NAME.put("none", NONE);
        // Flask-Session's words; null needs quotes in YAML
        BY_NAME.put("null", NONE);
        BY_NAME.put("cachelib", FILESYSTEM);
        BY_NAME.put("sqlalchemy", JDBC);
    }

    private final @Nullable String clientClass;
    private final String dependency;

    SessionType() {
        this(null, "");
    }

    SessionType(@Nullable String clientClass, String dependency) {
        this.clientClass = clientClass;
        this.dependency = dependency;
    }

    static SessionType of(Environment environment) {
        String type = environment.getProperty(PROPERTY);
        if (type != null && type.isBlank()) {
            throw new SessionConfigurationException(
                    PROPERTY + " is empty, which is none of its values.",
                    "Set " + PROPERTY + " to one of: " + String.join(", ", BY_NAME.keySet())
                            + ". YAML takes null for nothing: put it in quotes, or write none.");
        }
        return type == null ? COOKIE : Choice.of(PROPERTY, type, BY_NAME);
    }

    boolean hasClient(@Nullable ClassLoader classLoader) {
        return clientClass == null || ClassUtils.isPresent(clientClass, classLoader);
    }

    /**
     * Checks that the client's library is there.
     *
     * @throws SessionConfigurationException where it is not; it names what to add
     */
    void requireClient(@Nullable ClassLoader classLoader) {
        if (!hasClient(classLoader)) {
            throw new SessionConfigurationException(
                    PROPERTY + " is '" + name().toLowerCase(Locale.ROOT) + "', and its client library is missing.",
                    "Add the dependency " + dependency + ".");
        }
    }

    /**
     * Checks that the application was processed ahead of time for what is set now.
     *
     * @throws SessionConfigurationException where it was for another type, whose beans are the only ones it has
     */
    void requireStillSet(Environment environment) {
        SessionType set = of(environment);
        if (set != this) {
            String processed = name().toLowerCase(Locale.ROOT);
            throw new SessionConfigurationException(
                    PROPERTY + " is '" + set.name().toLowerCase(Locale.ROOT)
                            + "', and the application was processed ahead of time for '" + processed + "'.",
                    "Set " + PROPERTY + " to " + processed + ", or to what it is to be already when the application is"
                            + " processed (process-aot, processAot).");
        }
    }
}
