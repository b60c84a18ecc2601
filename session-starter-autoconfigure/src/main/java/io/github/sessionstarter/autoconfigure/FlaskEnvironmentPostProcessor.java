package io.github.sessionstarter.autoconfigure;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.apache.commons.logging.Log;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.boot.logging.DeferredLogFactory;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lets Flask's own names stand for ours, from any property source, with Flask's prefix {@code FLASK_} and without. What
 * they say comes last: whatever sets {@code session.*} itself wins.
 *
 * <p>Property sources that are added later, as {@code @PropertySource} does, are not seen.
 *
 * <p>Flask parses a value behind its prefix as JSON and takes it as it stands where it is none ({@code
 * Config.from_prefixed_env}); so {@code "quoted"} loses its quotes, and {@code null} sets nothing,
 * but for SameSite, of which it is a value.
 */
final class FlaskEnvironmentPostProcessor implements EnvironmentPostProcessor, Ordered {

    private static final String PREFIX = "FLASK_";

    /** Without a prefix only in the application's own files: in the environment of a container it is often a folder. */
    private static final String APPLICATION_ROOT = "APPLICATION_ROOT";

    private static final String FALLBACKS = "session.secret-key-fallbacks";

    private static final String MEMCACHED = "session.memcached-servers";

    private static final String LIFETIME = "session.lifetime";

    private static final String SAME_SITE = "session.cookie.same-site";

    private static final Set<String> LISTS = Set.of(FALLBACKS, MEMCACHED);

    /** Flask's names and ours. */
    static final Map<String, String> NAMES = new LinkedHashMap<>();

    static {
        NAMES.put("SECRET_KEY", "session.secret-key");
        NAMES.put("SECRET_KEY_FALLBACKS", FALLBACKS);
        NAMES.put("SESSION_TYPE", "session.type");
        NAMES.put("SESSION_PERMANENT", "session.permanent");
        NAMES.put("PERMANENT_SESSION_LIFETIME", LIFETIME);
        NAMES.put("SESSION_REFRESH_EACH_REQUEST", "session.refresh-each-request");
        NAMES.put("SESSION_USE_SIGNER", "session.use-signer");
        NAMES.put("SESSION_KEY_PREFIX", "session.key-prefix");
        NAMES.put("SESSION_ID_LENGTH", "session.id-length");
        NAMES.put("SESSION_SERIALIZATION_FORMAT", "session.serialization-format");
        NAMES.put("SESSION_MEMCACHED", MEMCACHED);
        NAMES.put("SESSION_FILE_DIR", "session.file.dir");
        NAMES.put("SESSION_FILE_THRESHOLD", "session.file.threshold");
        NAMES.put("SESSION_FILE_MODE", "session.file.mode");
        NAMES.put("SESSION_MONGODB_DB", "session.mongodb.database");
        NAMES.put("SESSION_MONGODB_COLLECT", "session.mongodb.collection");
        NAMES.put("SESSION_SQLALCHEMY_TABLE", "session.jdbc.table");
        NAMES.put("SESSION_SQLALCHEMY_SCHEMA", "session.jdbc.schema");
        NAMES.put("SESSION_COOKIE_NAME", "session.cookie.name");
        NAMES.put("SESSION_COOKIE_DOMAIN", "session.cookie.domain");
        NAMES.put(APPLICATION_ROOT, "session.cookie.path");
        NAMES.put("SESSION_COOKIE_PATH", "session.cookie.path");
        NAMES.put("SESSION_COOKIE_HTTPONLY", "session.cookie.http-only");
        NAMES.put("SESSION_COOKIE_SECURE", "session.cookie.secure");
        NAMES.put("SESSION_COOKIE_SAMESITE", SAME_SITE);
        NAMES.put("SESSION_COOKIE_PARTITIONED", "session.cookie.partitioned");
        NAMES.put("MAX_COOKIE_SIZE", "session.cookie.max-size");
    }

    /** Flask-Session's names for what is said otherwise here. */
    static final Map<String, String> ELSEWHERE = Map.of(
            "SESSION_REDIS", "set spring.data.redis.*",
            "SESSION_MONGODB", "set spring.mongodb.*",
            "SESSION_SQLALCHEMY", "set spring.datasource.*",
            "SESSION_SQLALCHEMY_SEQUENCE", "the table's own default makes its ids",
            "SESSION_SQLALCHEMY_BIND_KEY", "mark a DataSource with @SessionConnection",
            "SESSION_CLEANUP_N_REQUESTS", "set session.cleanup.interval");

    private final Log log;

    FlaskEnvironmentPostProcessor(DeferredLogFactory logs) {
        this.log = logs.getLog(FlaskEnvironmentPostProcessor.class);
    }

    /** After the application's own files are read. */
    @Override
    public int getOrder() {
        return ConfigDataEnvironmentPostProcessor.ORDER + 1;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        Map<String, Object> ours = new LinkedHashMap<>();
        NAMES.forEach((flask, name) -> read(environment, flask, name, ours::put));
        ELSEWHERE.forEach((flask, advice) -> {
            if (raw(environment, PREFIX + flask) != null || raw(environment, flask) != null) {
                log.warn(flask + " has no effect here: " + advice);
            }
        });
        requireDuration(environment, ours.get(LIFETIME));
        if (!ours.isEmpty()) {
            environment.getPropertySources().addLast(new MapPropertySource("flask", ours));
        }
    }

    /** Spring Boot would name its own property, which stands nowhere, and not what is wrong with a timedelta. */
    private static void requireDuration(ConfigurableEnvironment environment, @Nullable Object lifetime) {
        if (lifetime == null
                || Binder.get(environment).bind(LIFETIME, String.class).isBound()) {
            return;
        }
        try {
            DurationStyle.detectAndParse(
                    environment.resolvePlaceholders(lifetime.toString()).trim());
        } catch (IllegalArgumentException e) {
            throw new SessionConfigurationException(
                    "PERMANENT_SESSION_LIFETIME is no length of time.",
                    "Set it to a number of seconds, or to a duration as 31d.");
        }
    }

    private static void read(
            ConfigurableEnvironment environment, String flask, String name, BiConsumer<String, Object> set) {
        Object prefixed = raw(environment, PREFIX + flask);
        Object plain = raw(environment, flask);
        if (prefixed != null) {
            set(name, prefixed, json(prefixed), set);
        } else if (plain != null) {
            JsonNode json = json(plain);
            set(name, plain, json != null && json.isArray() ? json : null, set);
        } else {
            // a list in YAML
            Object element = raw(environment, flask + "[0]");
            for (int i = 0; element != null; element = raw(environment, flask + "[" + ++i + "]")) {
                set.accept(name + "[" + i + "]", literal(name, element));
            }
        }
    }

    /** As it stands, a number in YAML as one: placeholders are the binder's, which lets a secret have a dollar sign. */
    private static @Nullable Object raw(ConfigurableEnvironment environment, String name) {
        for (PropertySource<?> source : environment.getPropertySources()) {
            Object value = source.getProperty(name);
            if (value != null
                    && !(name.equals(APPLICATION_ROOT) && source instanceof SystemEnvironmentPropertySource)) {
                return value;
            }
        }
        return null;
    }

    private static void set(String name, Object raw, @Nullable JsonNode json, BiConsumer<String, Object> set) {
        if (json != null && json.isArray() && LISTS.contains(name)) {
            for (int i = 0; i < json.size(); i++) {
                JsonNode element = json.get(i);
                Object value = element.isString() ? element.stringValue() : element.toString();
                set.accept(name + "[" + i + "]", literal(name, value));
            }
        } else if (json != null && json.isString()) {
            set.accept(name, literal(name, json.stringValue()));
        } else if (!isNone(name, raw, json)) {
            // a number keeps its spelling: a secret key may be one
            set.accept(name, literal(name, raw));
        } else if (name.equals(SAME_SITE)) {
            // Flask's None: no such attribute, where the default here is another
            set.accept(name, "omitted");
        }
    }

    /** To Flask a key that begins like one of our notations is a text like any other. */
    private static Object literal(String name, Object value) {
        String text = value.toString();
        boolean notation = text.startsWith("base64:") || text.startsWith("hex:");
        if (notation && name.startsWith("session.secret-key")) {
            return "base64:" + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        }
        return value;
    }

    /** Python's None, JSON's null, and YAML's, which is empty here. */
    private static boolean isNone(String name, Object raw, @Nullable JsonNode json) {
        String text = raw.toString();
        return (json != null && json.isNull()) || (text.isEmpty() && !name.equals(SessionType.PROPERTY));
    }

    private static @Nullable JsonNode json(Object value) {
        try {
            return JsonMapper.shared().readTree(value.toString());
        } catch (JacksonException e) {
            return null;
        }
    }
}
