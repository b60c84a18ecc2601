package io.github.sessionstarter.faults;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** A PostgreSQL, which has on disk what it has committed. */
final class KillablePostgresql extends KillableServer {

    private final Path directory;
    private EmbeddedPostgres postgres;

    KillablePostgresql(Path directory) {
        this.directory = directory.resolve("data");
    }

    @Override
    void start() {
        try {
            postgres = EmbeddedPostgres.builder()
                    .setPort(port())
                    .setDataDirectory(directory)
                    .setCleanDataDirectory(false)
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With all of its processes: it does not start again while there is one. */
    @Override
    void kill() {
        if (postgres == null) {
            return;
        }
        try {
            String pid = Files.readAllLines(directory.resolve("postmaster.pid")).get(0);
            ProcessHandle postmaster = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
            List<ProcessHandle> all = Stream.concat(Stream.of(postmaster), postmaster.descendants())
                    .toList();
            all.forEach(ProcessHandle::destroyForcibly);
            all.forEach(process -> process.onExit().join());
            postgres.close();
            postgres = null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
