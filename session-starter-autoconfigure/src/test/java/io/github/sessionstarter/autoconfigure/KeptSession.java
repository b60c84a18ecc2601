package io.github.sessionstarter.autoconfigure;

import io.github.sessionstarter.Session;
import jakarta.servlet.Filter;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** What one request put into the session, as the next one finds it. */
final class KeptSession {

    private final Filter filter;
    private final Session session;

    private KeptSession(ApplicationContext context) {
        FilterRegistrationBean<?> registration = (FilterRegistrationBean<?>) context.getBean("flaskSessionFilter");
        this.filter = registration.getFilter();
        this.session = context.getBean(Session.class);
    }

    /** Puts a user's name there. */
    static Map<String, Object> of(ApplicationContext context) {
        KeptSession kept = new KeptSession(context);
        MockHttpServletRequest next = new MockHttpServletRequest();
        next.setCookies(kept.handle(new MockHttpServletRequest(), session -> session.put("username", "wd")));
        Map<String, Object> found = new HashMap<>();
        kept.handle(next, found::putAll);
        found.remove("_permanent");
        return found;
    }

    private Cookie[] handle(MockHttpServletRequest request, Consumer<Session> handler) {
        MockHttpServletResponse response = new MockHttpServletResponse();
        HttpServlet servlet = new HttpServlet() {
            private static final long serialVersionUID = 1L;

            @Override
            protected void service(HttpServletRequest request, HttpServletResponse response) {
                handler.accept(session);
            }
        };
        try {
            filter.doFilter(request, response, new MockFilterChain(servlet));
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return response.getCookies();
    }
}
