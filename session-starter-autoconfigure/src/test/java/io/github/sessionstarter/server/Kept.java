package io.github.sessionstarter.server;

import java.util.Map;

/** Where the applications of the tests with Spring Security keep their sessions. */
enum Kept {
    COOKIE,
    REDIS,
    JDBC;

    Map<String, String> properties() {
        return this == COOKIE ? Map.of() : Stores.valueOf(name()).properties();
    }
}
