package io.github.sessionstarter.faults;

import io.github.sessionstarter.Prerequisite;
import java.util.List;

/** A memcached, which keeps nothing. */
final class KillableMemcached extends ServerProcess {

    KillableMemcached() {
        Prerequisite.program("memcached", "memcached", "memcached");
    }

    @Override
    List<String> command() {
        return List.of(
                "memcached",
                "-l",
                "127.0.0.1",
                "-p",
                Integer.toString(port()),
                "-U",
                "0",
                "-u",
                System.getProperty("user.name"));
    }
}
