package io.github.sessionstarter.autoconfigure;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lets Flask's own names stand for ours, from any property source, with Flask's prefix {@code FLASK_} and without. What
 * they say comes last: whatever sets {@code session.*} itself wins.
 *
 * <p>Flask parses a value behind its prefix as JSON and takes it as it stands where it is none ({@code
 * Config.from_prefixed_env}); so {@code "quoted"} loses its quotes, and {@code null} sets nothing.
 */
final class FlaskEnvironmentPostProcessor implements EnvironmentPostProcessor, Ordered {

    private static final String PREFIX = "FLASK_";

    private static final Map<String, String> NAMES = new LinkedHashMap<>();

    static {
        NAMES.put("SECRET_KEY", "session.secret-key");
        NAMES.put("SECRET_KEY_FALLBACKS", "session.secret-key-fallbacks");
        NAMES.put("SESSION_TYPE", "session.type");
        NAMES.put("SESSION_PERMANENT", "session.permanent");
        NAMES.put("PERMANENT_SESSION_LIFETIME", "session.lifetime");
        NAMES.put("SESSION_REFRESH_EACH_REQUEST", "session.refresh-each-request");
        NAMES.put("SESSION_COOKIE_NAME", "session.cookie.name");
        NAMES.put("SESSION_COOKIE_DOMAIN", "session.cookie.domain");
        NAMES.put("APPLICATION_ROOT", "session.cookie.path");
        NAMES.put("SESSION_COOKIE_PATH", "session.cookie.path");
        NAMES.put("SESSION_COOKIE_HTTPONLY", "session.cookie.http-only");
        NAMES.put("SESSION_COOKIE_SECURE", "session.cookie.secure");
        NAMES.put("SESSION_COOKIE_SAMESITE", "session.cookie.same-site");
        NAMES.put("SESSION_COOKIE_PARTITIONED", "session.cookie.partitioned");
        NAMES.put("MAX_COOKIE_SIZE", "session.cookie.max-size");
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
        if (!ours.isEmpty()) {
            environment.getPropertySources().addLast(new MapPropertySource("flask", ours));
        }
    }

    private static void read(
            ConfigurableEnvironment environment, String flask, String name, BiConsumer<String, Object> set) {
        String prefixed = environment.getProperty(PREFIX + flask);
        // as it stands: a number in YAML is one here
        Object plain = environment.getProperty(flask, Object.class);
        if (prefixed != null) {
            set(name, prefixed, json(prefixed), set);
        } else if (plain != null) {
            set(name, plain, plain.toString().startsWith("[") ? json(plain.toString()) : null, set);
        } else {
            // a list in YAML
            for (int i = 0; environment.containsProperty(flask + "[" + i + "]"); i++) {
                set.accept(name + "[" + i + "]", environment.getRequiredProperty(flask + "[" + i + "]"));
            }
        }
    }

    private static void set(String name, Object raw, @Nullable JsonNode json, BiConsumer<String, Object> set) {
        if (json != null && json.isArray()) {
            for (int i = 0; i < json.size(); i++) {
                set.accept(name + "[" + i + "]", json.get(i).asString());
            }
        } else if (json != null && json.isString()) {
            set.accept(name, json.asString());
        } else if (!setsNothing(name, raw, json)) {
            // a number keeps its spelling: a secret key may be one
            set.accept(name, raw);
        }
    }

    /** Python's None, JSON's null, and YAML's, which is empty here; and False, which older Flasks took for no domain. */
    private static boolean setsNothing(String name, Object raw, @Nullable JsonNode json) {
        String text = raw.toString();
        return (json != null && json.isNull())
                || (text.isEmpty() && !name.equals(SessionType.PROPERTY))
                || (text.equalsIgnoreCase("false") && name.equals("session.cookie.domain"));
    }

    private static @Nullable JsonNode json(String text) {
        try {
            return JsonMapper.shared().readTree(text);
        } catch (JacksonException e) {
            return null;
        }
    }
}
