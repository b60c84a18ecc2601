package io.github.sessionstarter.benchmarks.application;

import java.util.List;

/** What a log-in puts into each contender's session. */
final class Account {

    static final String USERNAME = "username";
    static final String USER_ID = "user_id";
    static final String ROLES = "roles";
    static final String COUNT = "count";

    static final String NAME = "Wolfgang";
    static final int ID = 4711;
    static final List<String> ROLE_NAMES = List.of("reader", "author");

    private Account() {}
}
