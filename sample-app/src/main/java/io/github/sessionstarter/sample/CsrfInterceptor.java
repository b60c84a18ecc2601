package io.github.sessionstarter.sample;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.web.servlet.HandlerInterceptor;

/** Refuses what would change something and does not bring the session's {@link CsrfToken}. */
final class CsrfInterceptor implements HandlerInterceptor {

    /** RFC 9110, section 9.2.1. */
    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private final CsrfToken token;

    CsrfInterceptor(CsrfToken token) {
        this.token = token;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        // the error page of a refused POST is a POST again
        boolean changesNothing =
                SAFE_METHODS.contains(request.getMethod()) || request.getDispatcherType() == DispatcherType.ERROR;
        if (changesNothing || token.matches(request.getParameter(CsrfToken.KEY))) {
            return true;
        }
        response.sendError(HttpServletResponse.SC_FORBIDDEN);
        return false;
    }
}
