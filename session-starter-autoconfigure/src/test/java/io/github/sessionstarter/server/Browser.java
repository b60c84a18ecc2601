package io.github.sessionstarter.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser that keeps cookies by name alone, whatever their attributes say, and follows no redirect. */
public final class Browser {

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private static final Pattern CSRF_FIELD = Pattern.compile("name=\"_csrf\"[^>]* value=\"([^\"]*)\"");

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

        String location() {
            return response.headers().firstValue("Location").orElse("");
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

    /** Sends a form, with the CSRF token of the form that a page has. */
    Answer submit(Answer page, String path, Map<String, String> fields) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        Matcher token = CSRF_FIELD.matcher(page.body());
        if (token.find()) {
            all.put("_csrf", token.group(1));
        }
        String form = all.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(path))
                .POST(BodyPublishers.ofString(form))
                .header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded");
        return exchangeWithCookies(request);
    }

    /** Gets a page as browsers do, who want HTML. */
    Answer visit(String path) {
        return exchangeWithCookies(HttpRequest.newBuilder(server.resolve(path)).header("Accept", "text/html"));
    }

    private Answer exchangeWithCookies(HttpRequest.Builder request) {
        if (!cookies.isEmpty()) {
            request.header("Cookie", cookieHeader());
        }
        return exchange(request);
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

    void forget(String name) {
        cookies.remove(name);
    }

    public void setCookie(String name, String value) {
        cookies.put(name, value);
    }

    /** Goes on to another server that answers for the same host. */
    Browser movedTo(Browser other) {
        other.cookies.putAll(cookies);
        return other;
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
