package io.github.sessionstarter.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sessionstarter.Prerequisite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A real Flask-Session with SQLAlchemy on a SQLite file, run by a Python that has them. Where there is none the test is
 * skipped, unless {@code flask} is among what the system property {@code session.test.require}, or the environment's
 * {@code SESSION_TEST_REQUIRE}, demands.
 */
final class SqlAlchemyPeer {

    private final String python = Prerequisite.python(
            "flask", "flask_session, flask_sqlalchemy", "python3-flask-session and python3-flask-sqlalchemy");
    private final Path file;

    SqlAlchemyPeer(Path file) {
        this.file = file;
    }

    /** Makes the table, as {@code db.create_all()} does. */
    void create() {
        run("create");
    }

    /** Has a request with this session add what the JSON object says. */
    void write(String sid, String json) {
        run("write", sid, json);
    }

    /** Has a request with this session answer what is in it, as JSON. */
    String read(String sid) {
        return run("read", sid);
    }

    private String run(String... arguments) {
        Path script = Path.of("src", "test", "resources", "flask", "sqlalchemy_peer.py");
        List<String> command = new ArrayList<>(List.of(python, script.toString(), file.toString()));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as("exit code of the peer").isZero();
            return out.strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
