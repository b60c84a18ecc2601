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
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A browser of one cookie, the session's, which sends the forms of the page that it saw last. */
final class Browser {

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private static final Pattern TOKEN = Pattern.compile("name=\"csrf_token\" value=\"([^\"]*)\"");

    private final URI server;
    private String cookie = "";
    private String token = "";

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
        return page(send(path, form(fields, token)));
    }

    Page submit(String path) {
        return submit(path, Map.of());
    }

    /** Sends a form of the last page, and goes nowhere from there. */
    void submitUnfollowed(String path, Map<String, String> fields) {
        send(path, form(fields, token));
    }

    /** Sends these fields and no token. */
    Page post(String path, Map<String, String> fields) {
        return page(send(path, form(fields, "")));
    }

    Page logIn(String username, String password) {
        get("/login");
        return submit("/login", Map.of("username", username, "password", password));
    }

    /** The session cookie's value, empty where there is none. */
    String cookie() {
        return cookie;
    }

    /** Carries a cookie over from another browser. */
    void setCookie(String cookie) {
        this.cookie = cookie;
    }

    private Page page(HttpResponse<String> response) {
        if (response.statusCode() / 100 == 3) {
            URI location = URI.create(response.headers().firstValue("Location").orElseThrow());
            return get(server.resolve(location).getPath());
        }
        Matcher field = TOKEN.matcher(response.body());
        if (field.find()) {
            token = field.group(1);
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
        if (!cookie.isEmpty()) {
            request.header("Cookie", "session=" + cookie);
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
        if (pair[0].equals("session")) {
            cookie = pair[1];
        }
    }

    private static String form(Map<String, String> fields, String token) {
        Stream<String> pairs =
                fields.entrySet().stream().map(field -> encode(field.getKey()) + "=" + encode(field.getValue()));
        Stream<String> tokenPair = token.isEmpty() ? Stream.empty() : Stream.of("csrf_token=" + token);
        return Stream.concat(pairs, tokenPair).collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
