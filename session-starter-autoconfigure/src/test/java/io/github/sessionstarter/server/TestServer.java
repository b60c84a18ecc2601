package io.github.sessionstarter.server;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

/** An application on a real container, on a free port of this machine. */
public final class TestServer implements AutoCloseable {

    public static final String SECRET_KEY = "a secret key of the tests";

    /** Spring Security is on the class path, and would ask everybody to log in. */
    public static final String SECURITY = "org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration,"
            + "org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration,"
            + "org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration,"
            + "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration,"
            + "org.springframework.boot.security.autoconfigure.actuate.web.servlet.ManagementWebSecurityAutoConfiguration";

    /** The properties of an application with Spring Security and its default configuration. */
    public static final Map<String, String> SECURED = Map.of(
            "spring.autoconfigure.exclude", "",
            "spring.security.user.name", "wd",
            "spring.security.user.password", "secret");

    private final ConfigurableApplicationContext context;
    private final URI uri;

    private TestServer(ConfigurableApplicationContext context) {
        this.context = context;
        this.uri = URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port"));
    }

    public static TestServer start(ServletContainer container, Class<?> application) {
        return start(container, application, Map.of());
    }

    public static TestServer start(ServletContainer container, Class<?> application, Map<String, String> properties) {
        Map<String, Object> all = new HashMap<>(Map.of(
                "server.port", "0",
                "server.address", "127.0.0.1",
                "spring.main.banner-mode", "off",
                "logging.level.root", "warn",
                "spring.autoconfigure.exclude", SECURITY,
                "session.secret-key", SECRET_KEY));
        all.putAll(properties);
        return new TestServer(new SpringApplicationBuilder(AutoConfigured.class, container.configuration, application)
                .properties(all)
                .run());
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class AutoConfigured {}

    public Browser browser() {
        return new Browser(uri);
    }

    public ConfigurableApplicationContext context() {
        return context;
    }

    @Override
    public void close() {
        context.close();
    }
}
