package io.github.sessionstarter.test;

import jakarta.servlet.http.Cookie;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletRequest;

/**
 * The cookies of some names that a client has. It sends them with every request: whether a browser would, by path, domain
 * or security, is for tests with a browser.
 */
final class ClientCookies {

    private final Set<String> names;
    private final Map<String, String> values = new ConcurrentHashMap<>();

    ClientCookies(Set<String> names) {
        this.names = names;
    }

    @Nullable
    String get(String name) {
        return values.get(name);
    }

    /** @param value null: the client has no such cookie */
    void set(String name, @Nullable String value) {
        if (value == null) {
            values.remove(name);
        } else {
            values.put(name, value);
        }
    }

    /** Keeps what {@code Set-Cookie} headers say. A cookie that a server deletes has an empty value. */
    void keep(Collection<String> setCookies) {
        for (String setCookie : setCookies) {
            String pair = setCookie.split(";", 2)[0];
            int equals = pair.indexOf('=');
            String name = pair.substring(0, Math.max(equals, 0)).trim();
            if (names.contains(name)) {
                String value = pair.substring(equals + 1).trim();
                set(name, value.isEmpty() ? null : value);
            }
        }
    }

    /** In place of those of the same names that the request has. */
    void addTo(MockHttpServletRequest request) {
        Cookie[] present = request.getCookies() == null ? new Cookie[0] : request.getCookies();
        Cookie[] all = Stream.concat(
                        Stream.of(present).filter(cookie -> !names.contains(cookie.getName())),
                        values.entrySet().stream().map(entry -> new Cookie(entry.getKey(), entry.getValue())))
                .toArray(Cookie[]::new);
        request.setCookies(all.length == 0 ? null : all);
    }

    /** One header a cookie: a client of MockMvc reads no more out of one, and others join them. */
    void addTo(HttpHeaders headers) {
        values.forEach((name, value) -> headers.add(HttpHeaders.COOKIE, name + "=" + value));
    }
}
