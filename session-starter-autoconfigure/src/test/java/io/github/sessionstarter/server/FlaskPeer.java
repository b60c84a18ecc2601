package io.github.sessionstarter.server;

import io.github.sessionstarter.Prerequisite;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** A real Flask, run by a Python that has it. */
final class FlaskPeer implements AutoCloseable {

    private final Process process;
    private final URI uri;

    private FlaskPeer(Process process, URI uri) {
        this.process = process;
        this.uri = uri;
    }

    static FlaskPeer start(Map<String, ?> config) {
        boolean session = config.containsKey("SESSION_TYPE");
        String python = session
                ? Prerequisite.python("flask", "flask, flask_session", "python3-flask-session")
                : Prerequisite.python("flask", "flask", "python3-flask");
        try {
            Path script = Path.of("src", "test", "resources", "flask", "peer.py");
            ProcessBuilder builder = new ProcessBuilder(python, script.toString());
            builder.environment().put("FLASK_CONFIG", JsonMapper.shared().writeValueAsString(config));
            Process process = builder.redirectError(Redirect.DISCARD).start();
            @SuppressWarnings("resource") // the process owns it
            BufferedReader out = process.inputReader();
            return new FlaskPeer(process, URI.create("http://127.0.0.1:" + out.readLine()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Browser browser() {
        return new Browser(uri);
    }

    @Override
    public void close() {
        process.destroy();
    }
}
