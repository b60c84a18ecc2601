package io.github.sessionstarter.security;

import io.github.sessionstarter.Changes;
import io.github.sessionstarter.CookieAction;
import io.github.sessionstarter.Opened;
import io.github.sessionstarter.SessionRepository;
import io.github.sessionstarter.SessionStore;
import io.github.sessionstarter.autoconfigure.SessionAutoConfiguration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Repositories as an application's properties make them, without a server around them. */
final class Repositories {

    static final WebApplicationContextRunner RUNNER =
            new WebApplicationContextRunner().withConfiguration(AutoConfigurations.of(SessionAutoConfiguration.class));

    private Repositories() {}

    /** One that needs no connection, and so outlives its application. */
    static SessionRepository of(String... properties) {
        return of(RUNNER, properties);
    }

    /** One that keeps its sessions in this store. */
    static SessionRepository on(SessionStore store, String... properties) {
        return of(RUNNER.withBean(SessionStore.class, () -> store), properties);
    }

    private static SessionRepository of(WebApplicationContextRunner runner, String... properties) {
        AtomicReference<SessionRepository> repository = new AtomicReference<>();
        runner.withPropertyValues(properties).run(context -> repository.set(context.getBean(SessionRepository.class)));
        return repository.get();
    }

    /** A property as it is: a runner's own take away blanks and read escapes. */
    static void set(ConfigurableApplicationContext context, String property, String value) {
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(property, Map.of(property, value)));
    }

    /** The cookie of a new session with this key and value. */
    static String cookie(SessionRepository repository, String key, Object value) {
        return put(repository, repository.open(null), key, value);
    }

    /** The cookie of a session after this change. */
    static String put(SessionRepository repository, Opened opened, String key, Object value) {
        opened.data().put(key, value);
        CookieAction action = repository.save(opened, new Changes(opened.data(), Set.of(key), false, true));
        return ((CookieAction.SetValue) action).value();
    }
}
