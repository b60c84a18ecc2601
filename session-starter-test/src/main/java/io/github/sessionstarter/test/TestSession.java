package io.github.sessionstarter.test;

import io.github.sessionstarter.Session;
import io.github.sessionstarter.httpsession.MarkedFlashMapManager;
import io.github.sessionstarter.web.ForwardingSession;
import io.github.sessionstarter.web.RequestView;
import io.github.sessionstarter.web.SessionAccess;
import io.github.sessionstarter.web.SessionContext;
import io.github.sessionstarter.web.SessionCookie;
import io.github.sessionstarter.web.SessionTransaction;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockServletContext;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.ResultHandler;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.context.WebApplicationContext;

/**
 * The session of one client of a test, between its requests: the counterpart of Flask's {@code
 * client.session_transaction()}. It is a {@link Session}, and what it shows and changes is the application's own: each
 * call opens the session that the client's cookie names, through the application's repository, and saves it if it was
 * changed. So it does for every {@code session.type}; nothing is mocked.
 *
 * <p>A test has it injected ({@code @Autowired TestSession session}): each field or parameter is another client, without
 * a cookie at first. Tests whose class lives for several test methods share its fields.
 *
 * <p>It keeps the client's session cookie, and the one that says that flash attributes wait. To a request of
 *
 * <ul>
 *   <li>{@code MockMvc} or {@code MockMvcTester} give it by {@code with(session)}. With a {@code MockMvc} that Spring Boot
 *       did not make, add {@code alwaysDo(session)} when you build it, or the response's cookie is not seen.
 *   <li>{@code RestTestClient}, {@code TestRestTemplate} and other clients of Spring give it as an interceptor: {@code
 *       client.mutate().requestInterceptor(session)}. It sees a cookie that comes with a redirect only where the client
 *       leaves redirects to the test, as Flask's does.
 * </ul>
 *
 * A call throws what it would throw in a request: an {@link IllegalArgumentException} for a value that cannot be kept, a
 * {@link io.github.sessionstarter.CookieTooLargeException}, a {@link io.github.sessionstarter.SessionStoreException}.
 * {@link #isModified} and {@link #isAccessed} belong to one call, and are false. Lists and maps that a call answers can
 * be read; they can be changed in a {@link #transaction}. Several threads may use it, as a browser's tabs do: each call
 * is a request of its own.
 */
public final class TestSession extends ForwardingSession
        implements RequestPostProcessor, ResultHandler, ClientHttpRequestInterceptor {

    private static final String ATTRIBUTE = TestSession.class.getName();

    private final SessionTransaction transaction;
    private final @Nullable RequestView httpSessionView;
    private final ServletContext servletContext;
    private final String cookieName;
    private final ClientCookies cookies;
    private final Session eachCall;

    private TestSession(SessionContext context, @Nullable RequestView httpSessionView, ServletContext servletContext) {
        SessionCookie cookie = context.cookie();
        this.transaction = new SessionTransaction(context);
        this.httpSessionView = httpSessionView;
        this.servletContext = servletContext;
        this.cookieName = cookie.name();
        this.cookies = new ClientCookies(Set.of(cookieName, MarkedFlashMapManager.cookieName(cookie)));
        this.eachCall = TransactionPerCall.of(this::transaction);
    }

    /**
     * The session of a new client, for those who have none injected.
     *
     * @param application the context of the application under test
     * @return a session without a cookie yet
     * @throws IllegalStateException where the application has no sessions of session-starter
     */
    public static TestSession of(ApplicationContext application) {
        SessionContext context =
                application.getBeanProvider(SessionContext.class).getIfAvailable();
        if (context == null) {
            throw new IllegalStateException(
                    "The test's application has no sessions of session-starter: it is no servlet"
                            + " application, or its SessionAutoConfiguration is excluded or not part of the test's slice.");
        }
        ServletContext servletContext =
                application instanceof WebApplicationContext web ? web.getServletContext() : null;
        return new TestSession(
                context,
                application.getBeanProvider(RequestView.class).getIfAvailable(),
                servletContext == null ? new MockServletContext() : servletContext);
    }

    /**
     * Reads and changes the session in one go: it is opened, handed to the action, and saved if it was changed. Lists and
     * maps are live there. Where the action throws nothing is saved.
     *
     * @param action gets the open session, which is of no use after it
     */
    public void transaction(Consumer<? super Session> action) {
        run(access -> action.accept(access.session()));
    }

    private void run(Consumer<SessionAccess> action) {
        String setCookie = transaction.run(getCookieValue(), action);
        if (setCookie != null) {
            cookies.keep(List.of(setCookie));
        }
    }

    @Override
    protected Session session() {
        return eachCall;
    }

    /**
     * The attribute of the {@link HttpSession} that the application's {@code request.getSession()} shows.
     *
     * @param name the attribute's
     * @return null where there is none
     * @throws IllegalStateException where the application's {@code HttpSession} is the container's
     */
    public @Nullable Object getAttribute(String name) {
        AtomicReference<@Nullable Object> value = new AtomicReference<>();
        runInHttpSession(session -> value.set(session.getAttribute(name)));
        return value.get();
    }

    /**
     * Sets an attribute of the {@link HttpSession} that the application's {@code request.getSession()} shows.
     *
     * @param name the attribute's
     * @param value null removes the attribute
     * @throws IllegalArgumentException where the value cannot be kept, as by {@link HttpSession#setAttribute} in a request
     * @throws IllegalStateException where the application's {@code HttpSession} is the container's
     */
    public void setAttribute(String name, @Nullable Object value) {
        runInHttpSession(session -> session.setAttribute(name, value));
    }

    /** Takes over what MockMvc's own {@code sessionAttr} was given. */
    void setAttributes(Map<String, Object> attributes) {
        runInHttpSession(session -> attributes.forEach(session::setAttribute));
    }

    private void runInHttpSession(Consumer<HttpSession> action) {
        if (httpSessionView == null) {
            throw new IllegalStateException("The application's HttpSession is the container's, not this session:"
                    + " session.http-session.enabled is false.");
        }
        run(access -> {
            MockHttpServletRequest request = new MockHttpServletRequest(servletContext);
            action.accept(httpSessionView.of(request, access).getSession());
        });
    }

    /** {@return what the client's session cookie holds: the sid, or the whole session; null where it has none} */
    public @Nullable String getCookieValue() {
        return cookies.get(cookieName);
    }

    /**
     * Gives the client another session cookie: one that was stolen, kept from before a logout, or made by Flask.
     *
     * @param value null: it has none any more, as if the browser was closed
     */
    public void setCookieValue(@Nullable String value) {
        cookies.set(cookieName, value);
    }

    // The clients

    /** Sends the session's cookies with a request of MockMvc. Not for tests to call: {@code with(session)} does. */
    @Override
    public MockHttpServletRequest postProcessRequest(MockHttpServletRequest request) {
        Map<String, Object> attributes = MockSessionAttributes.of(request);
        if (!attributes.isEmpty()) {
            setAttributes(attributes);
        }
        cookies.addTo(request);
        request.setAttribute(ATTRIBUTE, this);
        return request;
    }

    /** Keeps the session's cookies of a result, whoever sent the request; for {@code andDo} and {@code alwaysDo}. */
    @Override
    public void handle(MvcResult result) {
        cookies.keep(result.getResponse().getHeaders(HttpHeaders.SET_COOKIE));
    }

    /** Has the session that a request was sent with keep the cookies of its result. */
    static void handleOwn(MvcResult result) {
        if (result.getRequest().getAttribute(ATTRIBUTE) instanceof TestSession session) {
            session.handle(result);
        }
    }

    /** Sends the session's cookies with a request and keeps those of its response. */
    @Override
    public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
            throws IOException {
        cookies.addTo(request.getHeaders());
        ClientHttpResponse response = execution.execute(request, body);
        cookies.keep(response.getHeaders().getOrEmpty(HttpHeaders.SET_COOKIE));
        return response;
    }

    /** As maps are equal: {@code assertThat(session).isEqualTo(Map.of("username", "wd"))}. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other == this || eachCall.equals(other);
    }

    @Override
    public int hashCode() {
        return eachCall.hashCode();
    }

    /** Shows no data. */
    @Override
    public String toString() {
        return "TestSession";
    }
}
