package io.github.sessionstarter.sample;

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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A browser which sends the forms of the page that it saw last. It keeps cookies by their names alone. */
final class Browser {

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /** Flaskr's own, and Spring Security's. */
    private static final Pattern TOKEN = Pattern.compile("name=\"(csrf_token|_csrf)\" value=\"([^\"]*)\"");

    private static final String SESSION = "session";

    private final URI server;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final Map<String, String> tokens = new LinkedHashMap<>();

    Browser(URI server) {
        this.server = server;
    }

    static Browser of(int port) {
        return new Browser(URI.create("http://" + RunningFlaskr.HOST + ":" + port));
    }

    /** A page, after all redirects. */
    record Page(int status, String body) {}

    Page get(String path) {
        return page(send(path, null));
    }

    /** Sends a form of the last page. */
    Page submit(String path, Map<String, String> fields) {
        return page(send(path, form(fields, tokens)));
    }

    Page submit(String path) {
        return submit(path, Map.of());
    }

    /** Sends a form of the last page, and goes nowhere from there. */
    void submitUnfollowed(String path, Map<String, String> fields) {
        send(path, form(fields, tokens));
    }

    /** Sends these fields and no token. */
    Page post(String path, Map<String, String> fields) {
        return page(send(path, form(fields, Map.of())));
    }

    Page logIn(String username, String password) {
        get("/login");
        return submit("/login", Map.of("username", username, "password", password));
    }

    /** The session cookie's value, empty where there is none. */
    String cookie() {
        return cookies.getOrDefault(SESSION, "");
    }

    /** Carries a cookie over from another browser. */
    void setCookie(String cookie) {
        cookies.put(SESSION, cookie);
    }

    /** Goes on to another server that answers for the same host. */
    Browser movedTo(Browser other) {
        other.cookies.clear();
        other.cookies.putAll(cookies);
        return other;
    }

    private Page page(HttpResponse<String> response) {
        if (response.statusCode() / 100 == 3) {
            URI location = URI.create(response.headers().firstValue("Location").orElseThrow());
            return get(location.getRawPath() + (location.getRawQuery() == null ? "" : "?" + location.getRawQuery()));
        }
        Matcher field = TOKEN.matcher(response.body());
        while (field.find()) {
            tokens.put(field.group(1), field.group(2));
        }
        return new Page(response.statusCode(), response.body());
    }

    private HttpResponse<String> send(String path, String form) {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(path))
                .timeout(Duration.ofSeconds(30))
                .header("Accept", "text/html");
        if (form != null) {
            request.POST(BodyPublishers.ofString(form)).header("Content-Type", "application/x-www-form-urlencoded");
        }
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        try {
            HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString());
            response.headers().allValues("Set-Cookie").forEach(this::keep);
            return response;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A deleted cookie comes with an empty value. */
    private void keep(String setCookie) {
        String[] pair = setCookie.substring(0, (setCookie + ";").indexOf(';')).split("=", 2);
        if (pair[1].isEmpty()) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }

    private static String form(Map<String, String> fields, Map<String, String> tokens) {
        return Stream.concat(fields.entrySet().stream(), tokens.entrySet().stream())
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
