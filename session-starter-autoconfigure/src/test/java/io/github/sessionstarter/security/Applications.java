package io.github.sessionstarter.security;

import io.github.sessionstarter.SessionStore;
import io.github.sessionstarter.server.Browser;
import io.github.sessionstarter.server.ServletContainer;
import io.github.sessionstarter.server.Stores;
import io.github.sessionstarter.server.TestServer;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** One application on each store, for all lessons; it starts when it is first asked for and ends with the JVM. */
final class Applications {

    private static final Map<Stores, Applications> STARTED = new EnumMap<>(Stores.class);

    /** No other test's records begin with it. */
    final String keyPrefix = UUID.randomUUID() + ":";

    private final Stores store;
    private final TestServer server;

    private Applications(Stores store) {
        Map<String, String> properties = new HashMap<>(store.properties());
        properties.put("session.key-prefix", keyPrefix);
        properties.put("session.file.threshold", "0");
        this.store = store;
        this.server = TestServer.start(ServletContainer.TOMCAT, SecurityApplication.class, properties);
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
    }

    static synchronized Applications on(Stores store) {
        return STARTED.computeIfAbsent(store, Applications::new);
    }

    Browser browser() {
        return server.browser();
    }

    SecurityApplication application() {
        return server.context().getBean(SecurityApplication.class);
    }

    SessionStore store() {
        return server.context().getBean(SessionStore.class);
    }

    /** What its records are called, as the store's own server says. */
    Set<String> records() {
        return RecordNames.of(store, server.context()).stream()
                .filter(name -> store == Stores.FILESYSTEM || name.startsWith(keyPrefix))
                .collect(Collectors.toSet());
    }
}
