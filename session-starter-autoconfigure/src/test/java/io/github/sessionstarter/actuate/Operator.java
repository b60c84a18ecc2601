package io.github.sessionstarter.actuate;

import io.github.sessionstarter.server.TestServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who asks the actuator, under a name that needs no password here, or under none. */
public final class Operator {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final URI actuator;
    private final String name;

    public Operator(TestServer server, String name) {
        String port = server.context().getEnvironment().getRequiredProperty("local.server.port");
        this.actuator = URI.create("http://127.0.0.1:" + port + "/actuator/");
        this.name = name;
    }

    /** What was answered. */
    public record Answer(int status, String text) {

        public JsonNode json() {
            return JsonMapper.shared().readTree(text);
        }
    }

    public Answer get(String path) {
        return exchange(HttpRequest.newBuilder(actuator.resolve(path)));
    }

    Answer post(String path, String json) {
        return exchange(HttpRequest.newBuilder(actuator.resolve(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
    }

    private Answer exchange(HttpRequest.Builder request) {
        if (name != null) {
            byte[] credentials = (name + ":" + name).getBytes(StandardCharsets.US_ASCII);
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials));
        }
        try {
            HttpResponse<String> response =
                    CLIENT.send(request.timeout(Duration.ofSeconds(30)).build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
