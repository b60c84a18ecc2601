package io.github.sessionstarter.httpsession;

import io.github.sessionstarter.web.SessionCookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.support.SessionFlashMapManager;
import org.springframework.web.util.WebUtils;

/**
 * Keeps the flash attributes of redirects in the session, and looks for them only where a cookie beside the session's
 * says that some wait: Spring MVC asks before each request, and the answer must not cost a session. The cookie says no
 * more than that, and lives as long as flash attributes do. A browser that loses it loses them.
 */
public final class MarkedFlashMapManager extends SessionFlashMapManager {

    private static final String SUFFIX = "_flash";
    private static final String SET_COOKIE = "Set-Cookie";

    private final SessionCookie sessionCookie;
    private final String name;

    public MarkedFlashMapManager(SessionCookie sessionCookie) {
        this.sessionCookie = sessionCookie;
        this.name = cookieName(sessionCookie);
    }

    /** The name of the cookie that stands beside a session's. */
    public static String cookieName(SessionCookie sessionCookie) {
        return sessionCookie.name() + SUFFIX;
    }

    @Override
    protected @Nullable List<FlashMap> retrieveFlashMaps(HttpServletRequest request) {
        boolean waiting = request.getAttribute(name) != null || WebUtils.getCookie(request, name) != null;
        return waiting ? super.retrieveFlashMaps(request) : null;
    }

    @Override
    protected void updateFlashMaps(List<FlashMap> flashMaps, HttpServletRequest request, HttpServletResponse response) {
        super.updateFlashMaps(flashMaps, request, response);
        String cookie = flashMaps.isEmpty()
                ? sessionCookie.companion(name, "", 0, request.isSecure())
                : sessionCookie.companion(name, "1", getFlashMapTimeout(), request.isSecure());
        if (request.getAttribute(name) != null) {
            removeCookie(response);
        }
        request.setAttribute(name, true);
        response.addHeader(SET_COOKIE, cookie);
    }

    /** A request that redirects on takes flash attributes and leaves others: its response has one cookie, not two. */
    private void removeCookie(HttpServletResponse response) {
        List<String> others = response.getHeaders(SET_COOKIE).stream()
                .filter(cookie -> !cookie.startsWith(name + "="))
                .toList();
        // since Servlet 6.1 null removes a header
        response.setHeader(SET_COOKIE, others.isEmpty() ? null : others.get(0));
        others.stream().skip(1).forEach(cookie -> response.addHeader(SET_COOKIE, cookie));
    }
}
