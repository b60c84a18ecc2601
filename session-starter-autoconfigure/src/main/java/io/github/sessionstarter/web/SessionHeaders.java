package io.github.sessionstarter.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a response's headers say of the session: one {@code Set-Cookie} at most, and {@code Vary}. */
final class SessionHeaders {

    private static final String SET_COOKIE = "Set-Cookie";
    private static final String VARY = "Vary";
    private static final String COOKIE = "Cookie";

    private final SessionCookie cookie;

    /** Whether the response has a cookie of ours, or had one before it was reset. */
    private boolean written;

    SessionHeaders(SessionCookie cookie) {
        this.cookie = cookie;
    }

    /**
     * Makes the headers say this, whatever they said of the session before.
     *
     * @param setCookie null: no cookie of ours
     * @param accessed whether the response depends on the session, and so on the request's cookie
     */
    void write(HttpServletResponse response, @Nullable String setCookie, boolean accessed) {
        if (written) {
            removeSetCookie(response);
        }
        if (setCookie != null) {
            response.addHeader(SET_COOKIE, setCookie);
        }
        written = setCookie != null;
        if (accessed || setCookie != null) {
            addVary(response);
        }
    }

    private void removeSetCookie(HttpServletResponse response) {
        List<String> cookies = new ArrayList<>(response.getHeaders(SET_COOKIE));
        // by name: not every response keeps the header's text as it was written
        if (cookies.removeIf(cookie::isSetBy)) {
            // since Servlet 6.1 null removes a header
            response.setHeader(SET_COOKIE, null);
            cookies.forEach(cookie -> response.addHeader(SET_COOKIE, cookie));
        }
    }

    /** CVE-2023-30861: without it a cache may hand one visitor's cookie to another. */
    private static void addVary(HttpServletResponse response) {
        // asked first: most responses have none, and Tomcat would make a set of it
        Collection<String> present = response.containsHeader(VARY) ? response.getHeaders(VARY) : List.of();
        for (String header : present) {
            for (String member : header.split(",", -1)) {
                String name = member.trim();
                if (name.equalsIgnoreCase(COOKIE) || name.equals("*")) {
                    return;
                }
            }
        }
        response.addHeader(VARY, COOKIE);
    }
}
