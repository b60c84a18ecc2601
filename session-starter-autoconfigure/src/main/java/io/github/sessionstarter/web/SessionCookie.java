package io.github.sessionstarter.web;

import io.github.sessionstarter.CookieAction;
import io.github.sessionstarter.CookieTooLargeException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/** The session's cookie: read from a request's header, written as a response's (RFC 6265, section 4.1). */
public final class SessionCookie {

    private static final Log log = LogFactory.getLog(SessionCookie.class);

    /** A header of more cookies of the name was made to keep the server busy. */
    private static final int MAX_CANDIDATES = 8;

    private final CookieDate expires = new CookieDate();
    private final Attributes attributes;
    private final String prefix;
    private final String plainSuffix;
    private final String secureSuffix;
    private final Runnable onOverflow;

    public SessionCookie(Attributes attributes) {
        this(attributes, () -> {});
    }

    /** @param onOverflow is called for each header that is longer than allowed, before it fails or is sent */
    public SessionCookie(Attributes attributes, Runnable onOverflow) {
        this.attributes = attributes;
        this.onOverflow = onOverflow;
        this.prefix = attributes.name() + "=";
        this.plainSuffix = suffix(attributes, false);
        this.secureSuffix = suffix(attributes, true);
    }

    /**
     * How the cookie is written.
     *
     * @param domain null: only the host that set the cookie gets it back
     * @param secure null: as the request is
     * @param sameSite {@code Lax}, {@code Strict} or {@code None}; null sends no such attribute
     * @param partitioned implies {@code Secure}
     * @param maxSize how many characters the header may have, name, value and attributes; 0: any number
     * @param failOnOverflow whether a longer header fails, or is sent with a warning
     */
    public record Attributes(
            String name,
            @Nullable String domain,
            String path,
            boolean httpOnly,
            @Nullable Boolean secure,
            @Nullable String sameSite,
            boolean partitioned,
            int maxSize,
            boolean failOnOverflow) {}

    private static String suffix(Attributes attributes, boolean secureRequest) {
        boolean secure = attributes.secure() != null ? attributes.secure() : secureRequest;
        return (attributes.domain() != null ? "; Domain=" + attributes.domain() : "")
                + (secure || attributes.partitioned() ? "; Secure" : "")
                + (attributes.httpOnly() ? "; HttpOnly" : "")
                + ("; Path=" + attributes.path())
                + (attributes.sameSite() != null ? "; SameSite=" + attributes.sameSite() : "")
                + (attributes.partitioned() ? "; Partitioned" : "");
    }

    public String name() {
        return attributes.name();
    }

    /** Whether a {@code Set-Cookie} header sets this cookie. */
    boolean isSetBy(String header) {
        return header.startsWith(prefix);
    }

    /**
     * The {@code Set-Cookie} header of another cookie that goes wherever the session's goes.
     *
     * @param value characters that a cookie may hold unquoted
     * @param maxAge after which the browser forgets it, in seconds; zero deletes it
     */
    public String companion(String name, String value, int maxAge, boolean secureRequest) {
        return name + "=" + value + "; Max-Age=" + maxAge + (secureRequest ? secureSuffix : plainSuffix);
    }

    /** The values of the request's cookies of the name, in their order; empty ones name no session and are left out. */
    List<String> valuesOf(HttpServletRequest request) {
        Cookie[] cookies = cookiesOf(request);
        if (cookies == null) {
            return List.of();
        }
        List<String> values = new ArrayList<>(1);
        for (Cookie cookie : cookies) {
            String value = cookie.getValue();
            if (cookie.getName().equals(attributes.name()) && value != null && !value.isEmpty()) {
                values.add(value);
                if (values.size() == MAX_CANDIDATES) {
                    break;
                }
            }
        }
        return values;
    }

    /** Null where there are none, or the container refuses their header: Jetty a malformed one, Tomcat a long one. */
    private static Cookie @Nullable [] cookiesOf(HttpServletRequest request) {
        try {
            return request.getCookies();
        } catch (RuntimeException e) {
            // not its message: that may quote the header
            log.warn("The container cannot read the request's cookies ("
                    + e.getClass().getName() + "): no session is found in them");
            return null;
        }
    }

    /**
     * The {@code Set-Cookie} header that an action asks for, or null.
     *
     * @param data the session's, to tell what makes it large
     * @throws CookieTooLargeException where the header is longer than allowed
     */
    @Nullable
    String header(CookieAction action, boolean secureRequest, Map<String, ?> data) {
        String suffix = secureRequest ? secureSuffix : plainSuffix;
        if (action instanceof CookieAction.SetValue set) {
            String header = prefix + set.value() + expires(set.expires()) + suffix;
            if (attributes.maxSize() > 0 && header.length() > attributes.maxSize()) {
                reportTooLarge(header.length(), data);
            }
            return header;
        }
        if (action instanceof CookieAction.Delete) {
            // RFC 6265, section 3.1: a browser deletes only where Domain and Path are those of the cookie
            return prefix + expires(Instant.EPOCH) + "; Max-Age=0" + suffix;
        }
        return null;
    }

    private String expires(@Nullable Instant instant) {
        return instant == null ? "" : "; Expires=" + expires.format(instant);
    }

    private void reportTooLarge(int size, Map<String, ?> data) {
        onOverflow.run();
        CookieTooLargeException e = CookieTooLargeException.of(size, attributes.maxSize(), data);
        if (attributes.failOnOverflow()) {
            throw e;
        }
        log.warn(e.getMessage());
    }
}
