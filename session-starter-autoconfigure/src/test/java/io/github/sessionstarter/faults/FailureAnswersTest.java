package io.github.sessionstarter.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sessionstarter.Session;
import io.github.sessionstarter.SessionStoreException;
import io.github.sessionstarter.server.Browser;
import io.github.sessionstarter.server.Browser.Answer;
import io.github.sessionstarter.server.ServletContainer;
import io.github.sessionstarter.server.TestServer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.error.DefaultErrorAttributes;
import org.springframework.boot.webmvc.error.ErrorAttributes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.filter.OncePerRequestFilter;

/** Wherever in a request the store fails, the answer is 503, and the error page may read the session. */
class FailureAnswersTest {

    private static final String SOME_ID = "Zm9vYmFyZm9vYmFyZm9vYmFyZm9vYmFyZm9vYmFyZm8";

    private static final Map<ServletContainer, TestServer> servers = new EnumMap<>(ServletContainer.class);

    @BeforeAll
    static void start() {
        Map<String, String> properties = Map.of(
                "session.type", "redis",
                "spring.data.redis.host", "127.0.0.1",
                "spring.data.redis.port", "" + Ports.free());
        for (ServletContainer container : ServletContainer.values()) {
            servers.put(container, TestServer.start(container, Application.class, properties));
        }
    }

    @AfterAll
    static void stop() {
        servers.values().forEach(TestServer::close);
    }

    private static Browser returning(ServletContainer container) {
        Browser browser = servers.get(container).browser();
        browser.setCookie("session", SOME_ID);
        return browser;
    }

    static Stream<Arguments> reads() {
        return onEach("/handler-reads", "/filter-reads", "/view-reads", "/callable-reads");
    }

    static Stream<Arguments> writes() {
        return onEach(
                "/returns",
                "/redirects",
                "/flushes",
                "/writes-much",
                "/sends-an-error",
                "/goes-on-asynchronously",
                "/times-out");
    }

    private static Stream<Arguments> onEach(String... paths) {
        return Stream.of(ServletContainer.values())
                .flatMap(container -> Stream.of(paths).map(path -> Arguments.of(container, path)));
    }

    private static void assertUnavailable(Answer answer) {
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.setCookies()).isEmpty();
        assertThat(answer.body()).contains("\"session\":0");
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("reads")
    void aSessionThatCannotBeReadIs503(ServletContainer container, String path) {
        assertUnavailable(returning(container).get(path));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("writes")
    void aSessionThatCannotBeSavedIs503(ServletContainer container, String path) {
        assertUnavailable(servers.get(container).browser().get(path));
    }

    /** There is no error page after that. */
    @ParameterizedTest
    @EnumSource
    void aSessionThatCannotBeSavedWhenTheRequestCompletesIs503(ServletContainer container) {
        Answer answer = servers.get(container).browser().get("/completes");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.setCookies()).isEmpty();
    }

    /** The container's own answer to a time-out is an error already. */
    @ParameterizedTest
    @EnumSource
    void aTimeOutThatNobodyAnswersHasItsErrorPage(ServletContainer container) {
        Answer answer = servers.get(container).browser().get("/is-never-completed");

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.body()).contains("\"session\":0");
    }

    @ParameterizedTest
    @EnumSource
    void anApplicationMayAnswerItself(ServletContainer container) {
        Answer answer = returning(container).get("/catches");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("without a session");
        assertThat(answer.setCookies()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void anotherErrorStaysWhatItIsThoughItsPageReadsTheSession(ServletContainer container) {
        Answer answer = returning(container).get("/nowhere");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).contains("\"session\":0");
    }

    @Configuration(proxyBeanMethods = false)
    static class Application {

        @Bean
        ErrorAttributes errorAttributes(Session session) {
            return new DefaultErrorAttributes() {
                @Override
                public Map<String, Object> getErrorAttributes(WebRequest request, ErrorAttributeOptions options) {
                    Map<String, Object> attributes = super.getErrorAttributes(request, options);
                    attributes.put("session", session.size());
                    return attributes;
                }
            };
        }

        @Bean
        FilterRegistrationBean<OncePerRequestFilter> filter(Session session) {
            FilterRegistrationBean<OncePerRequestFilter> registration =
                    new FilterRegistrationBean<>(new Reading(session));
            registration.addUrlPatterns("/filter-reads");
            return registration;
        }

        private static final class Reading extends OncePerRequestFilter {

            private final Session session;

            Reading(Session session) {
                this.session = session;
            }

            @Override
            protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                    throws ServletException, IOException {
                session.get("a");
                chain.doFilter(request, response);
            }
        }

        @Controller
        static class Pages {

            private final Session session;

            Pages(Session session) {
                this.session = session;
            }

            @GetMapping("/handler-reads")
            @ResponseBody
            String read() {
                return "" + session.get("a");
            }

            @GetMapping("/view-reads")
            String view(Model model) {
                model.addAttribute("visitor", session);
                return "visitor";
            }

            @GetMapping("/callable-reads")
            @ResponseBody
            Callable<String> callable() {
                return () -> "" + session.get("a");
            }

            @GetMapping("/catches")
            @ResponseBody
            String caught() {
                try {
                    return "" + session.get("a");
                } catch (SessionStoreException e) {
                    return "without a session";
                }
            }

            @GetMapping("/returns")
            @ResponseBody
            String change() {
                session.put("a", 1);
                return "returned";
            }

            @GetMapping("/times-out")
            @ResponseBody
            DeferredResult<String> timeOut() {
                session.put("a", 1);
                return new DeferredResult<>(100L, "in its place");
            }

            @GetMapping("/is-never-completed")
            void neverComplete(HttpServletRequest request, HttpServletResponse response) {
                session.put("a", 1);
                request.startAsync().setTimeout(100);
            }

            @GetMapping("/redirects")
            void redirect(HttpServletResponse response) throws IOException {
                session.put("a", 1);
                response.sendRedirect("/elsewhere");
            }

            @GetMapping("/flushes")
            void flush(HttpServletResponse response) throws IOException {
                session.put("a", 1);
                response.flushBuffer();
            }

            @GetMapping("/writes-much")
            void writeMuch(HttpServletResponse response) throws IOException {
                session.put("a", 1);
                response.getWriter().write("-".repeat(100_000));
            }

            @GetMapping("/sends-an-error")
            void sendError(HttpServletResponse response) throws IOException {
                session.put("a", 1);
                response.sendError(418);
            }

            @GetMapping("/goes-on-asynchronously")
            @ResponseBody
            Callable<String> callableChange() {
                return () -> {
                    session.put("a", 1);
                    return "returned";
                };
            }

            @GetMapping("/completes")
            void complete(HttpServletRequest request, HttpServletResponse response) {
                request.startAsync(request, response).setTimeout(0);
                session.put("a", 1);
                request.getAsyncContext().complete();
            }
        }
    }
}
