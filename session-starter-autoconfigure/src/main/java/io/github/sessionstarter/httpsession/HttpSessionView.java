package io.github.sessionstarter.httpsession;

import io.github.sessionstarter.web.RequestView;
import io.github.sessionstarter.web.SessionAccess;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.EventListener;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.context.annotation.ImportRuntimeHints;

/**
 * Shows requests' sessions as {@code HttpSession} too: the same data, the same cookie, the same store. What is changed in
 * one form is changed in the other.
 */
@ImportRuntimeHints(AttributeHints.class)
public final class HttpSessionView implements RequestView {

    private static final String ATTRIBUTE = HttpSessionState.class.getName();

    private final HttpSessionContext context;

    private HttpSessionView(HttpSessionContext context) {
        this.context = context;
    }

    /**
     * A view of all sessions.
     *
     * @param allowedTypes packages of the application whose objects may be attributes
     * @param ownCookies the names of the session's cookies, which no saved request is to hold
     * @param listeners asked for when first there is something to hear
     * @param lifetime how long sessions live without a request
     */
    public static HttpSessionView of(
            List<String> allowedTypes,
            Set<String> ownCookies,
            Supplier<? extends List<? extends EventListener>> listeners,
            Duration lifetime,
            Clock clock) {
        Forms forms = new Forms(AttributeMapper.typedJson(new AllowedTypes(allowedTypes), ownCookies));
        return new HttpSessionView(new HttpSessionContext(forms, new SessionListeners(listeners), lifetime, clock));
    }

    @Override
    public HttpServletRequest of(HttpServletRequest request, SessionAccess access) {
        HttpSessionState session = (HttpSessionState) request.getAttribute(ATTRIBUTE);
        if (session == null) {
            session = new HttpSessionState(context, request.getServletContext(), access);
            request.setAttribute(ATTRIBUTE, session);
        }
        return new HttpSessionRequest(request, session);
    }
}
