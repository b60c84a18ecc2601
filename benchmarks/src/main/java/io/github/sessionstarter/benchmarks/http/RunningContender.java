package io.github.sessionstarter.benchmarks.http;

import io.github.sessionstarter.benchmarks.JvmProcess;
import io.github.sessionstarter.benchmarks.Servers;
import io.github.sessionstarter.benchmarks.application.Contender;
import io.github.sessionstarter.benchmarks.application.ContenderApplication;
import io.github.sessionstarter.benchmarks.application.Handler;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One contender's application in a JVM of its own, and the cookies of some who logged in there. */
public final class RunningContender implements AutoCloseable {

    /** As large as serves all, and the same for all. */
    private static final List<String> OPTIONS = List.of("-Xms512m", "-Xmx512m");

    /** Browsers send some cookie to every site; it is as long as a session's, so that all requests are. */
    private static final String OTHER_COOKIE = "visitor=" + "0123456789".repeat(14);

    private final HttpClient client = HttpClient.newHttpClient();
    private final Contender contender;
    private final JvmProcess process;
    private final URI uri;
    private final List<String> cookies;

    private RunningContender(Contender contender, JvmProcess process, URI uri, int visitors) throws IOException {
        this.contender = contender;
        this.process = process;
        this.uri = uri;
        this.cookies = logIn(visitors);
    }

    /**
     * Starts one.
     *
     * @param visitors how many log in
     */
    public static RunningContender start(Contender contender, Servers servers, int visitors) throws IOException {
        return start(contender, servers, visitors, JvmProcess.java(), List.of());
    }

    /**
     * Starts one with properties of its own.
     *
     * @param properties arguments as Boot takes them
     */
    public static RunningContender start(
            Contender contender, Servers servers, int visitors, Path java, List<String> properties) throws IOException {
        List<String> arguments = new ArrayList<>();
        arguments.add(contender.name());
        arguments.addAll(servers.argumentsOf(contender));
        arguments.addAll(properties);
        JvmProcess process =
                JvmProcess.start(java, contender::hasOnClassPath, OPTIONS, ContenderApplication.class, arguments);
        String port = process.await(ContenderApplication.PORT);
        return new RunningContender(contender, process, URI.create("http://127.0.0.1:" + port), visitors);
    }

    private List<String> logIn(int visitors) throws IOException {
        List<String> sessions = new ArrayList<>();
        for (int i = 0; i < visitors; i++) {
            HttpResponse<String> response = get(Handler.LOG_IN, null);
            sessions.add(response.headers()
                    .firstValue("Set-Cookie")
                    .map(header -> header.substring(0, header.indexOf(';')))
                    .orElse(OTHER_COOKIE));
        }
        return sessions;
    }

    /**
     * One request, and its answer.
     *
     * @param cookie null for none
     */
    public HttpResponse<String> get(Handler handler, @Nullable String cookie) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri.resolve(handler.path()));
        if (cookie != null) {
            request.header("Cookie", cookie);
        }
        try {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IOException(contender.label() + " answered " + response.statusCode());
            }
            return response;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    public Contender contender() {
        return contender;
    }

    public URI uri(Handler handler) {
        return uri.resolve(handler.path());
    }

    /** What its JVM has spent so far. */
    Duration processorTime() {
        return process.processorTime();
    }

    /** What those who are logged in send with each request; where there are no sessions, a cookie that nobody reads. */
    public List<String> cookies() {
        return cookies;
    }

    @Override
    public void close() throws IOException {
        process.close();
    }
}
