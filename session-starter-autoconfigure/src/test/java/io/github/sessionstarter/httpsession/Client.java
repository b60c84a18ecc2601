package io.github.sessionstarter.httpsession;

import io.github.sessionstarter.Session;
import io.github.sessionstarter.SessionRepository;
import io.github.sessionstarter.web.CurrentSession;
import io.github.sessionstarter.web.SessionContext;
import io.github.sessionstarter.web.SessionCookie;
import io.github.sessionstarter.web.SessionFilter;
import io.github.sessionstarter.web.SessionValues;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

/** A browser of one application, without a container. */
final class Client {

    private final SessionFilter filter;
    private final Session session = new CurrentSession();
    private Cookie cookie;
    private MockHttpServletResponse last;

    Client(SessionRepository repository) {
        SessionCookie sessionCookie =
                new SessionCookie(new SessionCookie.Attributes("session", null, "/", true, null, null, false, 0, true));
        SessionContext context = new SessionContext(
                repository,
                sessionCookie,
                new SessionValues(JsonMapper.builder().build(), repository),
                true);
        filter = new SessionFilter(
                context,
                HttpSessionView.of(
                        List.of("io.github.sessionstarter.httpsession.shop"),
                        Set.of("session", "session_flash"),
                        List::of,
                        Duration.ofDays(31),
                        Clock.systemUTC()));
    }

    interface Handler {

        void handle(HttpServletRequest request, HttpServletResponse response) throws IOException;
    }

    /** Sends a request that is handled by this. */
    void handledBy(Handler handler) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        if (cookie != null) {
            request.setCookies(cookie);
        }
        last = new MockHttpServletResponse();
        try {
            filter.doFilter(
                    request,
                    last,
                    (wrapped, response) ->
                            handler.handle((HttpServletRequest) wrapped, (HttpServletResponse) response));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ServletException e) {
            throw new IllegalStateException(e);
        } finally {
            Cookie set = last.getCookie("session");
            if (set != null) {
                cookie = set.getMaxAge() == 0 ? null : set;
            }
        }
    }

    <T> T asks(Function<HttpSession, T> question) {
        List<T> answer = new ArrayList<>();
        handledBy((request, response) -> answer.add(question.apply(request.getSession())));
        return answer.get(0);
    }

    void does(Consumer<HttpSession> action) {
        handledBy((request, response) -> action.accept(request.getSession()));
    }

    /** What a Flask peer sees under a key. */
    Object plain(String key) {
        List<Object> value = new ArrayList<>();
        handledBy((request, response) -> value.add(session.get(key)));
        return value.get(0);
    }

    /** The session as the bean shows it, in a request. */
    Session session() {
        return session;
    }

    /** Whether the last response set the cookie. */
    boolean wasSaved() {
        return last.getCookie("session") != null;
    }
}
