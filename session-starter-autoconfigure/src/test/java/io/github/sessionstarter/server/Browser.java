package io.github.sessionstarter.server;

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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A browser that keeps cookies by name alone, whatever their attributes say, and follows no redirect. */
public final class Browser {

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private final URI server;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    public Browser(URI server) {
        this.server = server;
    }

    /** One cookie that a response sets. */
    public record SetCookie(String name, String value, Map<String, String> attributes) {

        public static SetCookie parse(String header) {
            String[] parts = header.split("; ", -1);
            String[] pair = parts[0].split("=", 2);
            Map<String, String> attributes = new LinkedHashMap<>();
            Arrays.stream(parts).skip(1).forEach(part -> {
                String[] attribute = part.split("=", 2);
                attributes.put(attribute[0], attribute.length == 2 ? attribute[1] : "");
            });
            return new SetCookie(pair[0], pair[1], attributes);
        }

        public boolean deletes() {
            return "0".equals(attributes.get("Max-Age"));
        }
    }

    /** A response as the tests ask about it. */
    public record Answer(HttpResponse<byte[]> response) {

        public int status() {
            return response.statusCode();
        }

        public String body() {
            return new String(response.body(), StandardCharsets.UTF_8);
        }

        public List<SetCookie> setCookies() {
            return response.headers().allValues("Set-Cookie").stream()
                    .map(SetCookie::parse)
                    .toList();
        }

        public List<String> vary() {
            List<String> members = new ArrayList<>();
            for (String header : response.headers().allValues("Vary")) {
                for (String member : header.split(",", -1)) {
                    members.add(member.trim());
                }
            }
            return members;
        }
    }

    public Answer get(String path) {
        return send("GET", path, null, cookieHeader());
    }

    public Answer post(String path, String json) {
        return send("POST", path, json, cookieHeader());
    }

    /** Sends this Cookie header in place of the cookies that the browser keeps. */
    public Answer getWith(String cookieHeader, String path) {
        return send("GET", path, null, cookieHeader);
    }

    /** As a proxy passes a request on that reached it by this scheme. */
    public Answer getForwarded(String path, String scheme) {
        return exchange(HttpRequest.newBuilder(server.resolve(path)).header("X-Forwarded-Proto", scheme));
    }

    public Answer send(String method, String path, String json, String cookieHeader) {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(path));
        if (json == null) {
            request.method(method, BodyPublishers.noBody());
        } else {
            request.method(method, BodyPublishers.ofString(json)).header("Content-Type", "application/json");
        }
        if (!cookieHeader.isEmpty()) {
            request.header("Cookie", cookieHeader);
        }
        return exchange(request);
    }

    private Answer exchange(HttpRequest.Builder request) {
        request.timeout(Duration.ofSeconds(30));
        try {
            Answer answer = new Answer(CLIENT.send(request.build(), BodyHandlers.ofByteArray()));
            answer.setCookies().forEach(this::keep);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public void keep(SetCookie cookie) {
        if (cookie.deletes()) {
            cookies.remove(cookie.name());
        } else {
            cookies.put(cookie.name(), cookie.value());
        }
    }

    public void setCookie(String name, String value) {
        cookies.put(name, value);
    }

    public String cookie(String name) {
        return cookies.get(name);
    }

    public String cookieHeader() {
        List<String> pairs = new ArrayList<>();
        cookies.forEach((name, value) -> pairs.add(name + "=" + value));
        return String.join("; ", pairs);
    }
}
