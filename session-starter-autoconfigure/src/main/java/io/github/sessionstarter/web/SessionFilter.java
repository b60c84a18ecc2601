package io.github.sessionstarter.web;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.ServletResponseWrapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.web.util.WebUtils;

/**
 * Gives each request its session, and saves it when the request is done, if not before. It must be mapped to all kinds
 * of dispatch but includes: a forward may close the response, an asynchronous request goes on in a dispatch of its own,
 * and an error page too may use the session.
 */
public final class SessionFilter implements Filter {

    /** Near the front, but behind the filter that learns from a proxy whether the request is secure. */
    public static final int DEFAULT_ORDER = Ordered.HIGHEST_PRECEDENCE + 50;

    private final SessionContext context;

    public SessionFilter(SessionContext context) {
        this.context = context;
    }

    @Override
    public void doFilter(ServletRequest servletRequest, ServletResponse servletResponse, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) servletRequest;
        HttpServletResponse response = (HttpServletResponse) servletResponse;
        TrackedSession session = SessionBinding.of(request);
        if (session == null) {
            session = new TrackedSession(new RequestSession(context, request, innermost(response)));
            SessionBinding.bind(request, session);
        }
        RequestSession requestSession = session.request();
        if (WebUtils.getNativeResponse(response, SessionResponseWrapper.class) == null) {
            requestSession.attachTo(innermost(response));
            SessionResponseWrapper wrapper = new SessionResponseWrapper(response, requestSession);
            request = new SessionRequestWrapper(request, wrapper, requestSession);
            response = wrapper;
        }
        TrackedSession outer = SessionBinding.bindToThread(session);
        try {
            dispatch(request, response, chain, requestSession);
        } finally {
            SessionBinding.bindToThread(outer);
        }
    }

    /** The container's own: while something is included, Tomcat lets no wrapper around it set a header. */
    private static HttpServletResponse innermost(HttpServletResponse response) {
        ServletResponse innermost = response;
        while (innermost instanceof ServletResponseWrapper wrapper) {
            innermost = wrapper.getResponse();
        }
        return (HttpServletResponse) innermost;
    }

    private static void dispatch(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain, RequestSession session)
            throws IOException, ServletException {
        session.enter();
        try {
            chain.doFilter(request, response);
        } catch (Throwable failure) {
            // what a failed request changed is kept, as in Flask
            try {
                session.leave(request.isAsyncStarted());
            } catch (RuntimeException e) {
                failure.addSuppressed(e);
            }
            throw failure;
        }
        session.leave(request.isAsyncStarted());
    }
}
