package io.github.sessionstarter.web;

import io.github.sessionstarter.SessionStoreException;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.ServletResponseWrapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
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

    private static final Log log = LogFactory.getLog(SessionFilter.class);

    private final SessionContext context;
    private final RequestView view;

    /** @param view what else requests show of their session, beside the bean */
    public SessionFilter(SessionContext context, RequestView view) {
        this.context = context;
        this.view = view;
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
        RequestSession requestSession = (RequestSession) session.state();
        boolean outermost = WebUtils.getNativeResponse(response, SessionResponseWrapper.class) == null;
        boolean forErrorPage = request.getDispatcherType() == DispatcherType.ERROR;
        if (forErrorPage) {
            requestSession.serveErrorPage();
        }
        if (outermost) {
            requestSession.attachTo(innermost(response));
            SessionResponseWrapper wrapper = new SessionResponseWrapper(response, requestSession);
            HttpServletRequest viewed = view.of(request, new SessionAccess(session));
            request = new SessionRequestWrapper(viewed, wrapper, requestSession);
            response = wrapper;
        }
        TrackedSession outer = SessionBinding.bindToThread(session);
        try {
            dispatch(request, response, chain, requestSession);
        } catch (Exception e) {
            if (!outermost || forErrorPage || !answersByStatus(e, response)) {
                throw e;
            }
        } finally {
            SessionBinding.bindToThread(outer);
        }
    }

    /** What Spring MVC does with such an exception, for those that leave it by another way: a view's, a filter's, ours. */
    private static boolean answersByStatus(Throwable exception, HttpServletResponse response) throws IOException {
        SessionStoreException failure = storeFailureIn(exception);
        if (failure == null || response.isCommitted()) {
            return false;
        }
        log.error("A request failed. " + failure.getMessage());
        response.resetBuffer();
        response.setHeader("Content-Type", null); // the error page has its own
        response.sendError(failure.getStatusCode().value());
        return true;
    }

    /** The one that an exception is or was caused by; null: there is none. */
    static @Nullable SessionStoreException storeFailureIn(Throwable exception) {
        Throwable cause = exception;
        while (cause != null && !(cause instanceof SessionStoreException)) {
            cause = cause.getCause();
        }
        return (SessionStoreException) cause;
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
                if (e != failure) {
                    failure.addSuppressed(e);
                }
            }
            throw failure;
        }
        session.leave(request.isAsyncStarted());
    }
}
