package io.github.sessionstarter.budget;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.github.sessionstarter.server.ServletContainer;
import io.github.sessionstarter.server.TestServer;
import io.github.sessionstarter.web.SessionFilter;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/**
 * How many bytes a request allocates that leaves its session alone. Bytes do not depend on how fast the machine is; the
 * compiler can only make them fewer.
 */
class AllocationTest {

    /** When this was written, the filter's objects and the request's attributes took 890, and 828 once compiled. */
    private static final long BUDGET = 1_000;

    private static final int REQUESTS = 10_000;

    private static final FilterChain UNTOUCHED = (request, response) -> {};
    private static final Filter NO_FILTER = (request, response, chain) -> chain.doFilter(request, response);

    private static TestServer server;
    private static SessionFilter filter;

    @BeforeAll
    static void start() {
        server = TestServer.start(ServletContainer.TOMCAT, BudgetApplication.class, Map.of("session.type", "cookie"));
        filter = (SessionFilter) server.context()
                .getBean("flaskSessionFilter", FilterRegistrationBean.class)
                .getFilter();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** For one request. */
    private static long bytes(Filter filter) throws IOException, ServletException {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long self = Thread.currentThread().getId();
        long before = threads.getThreadAllocatedBytes(self);
        for (int i = 0; i < REQUESTS; i++) {
            filter.doFilter(new MockHttpServletRequest("GET", "/"), new MockHttpServletResponse(), UNTOUCHED);
        }
        return (threads.getThreadAllocatedBytes(self) - before) / REQUESTS;
    }

    @Test
    void anUntouchedRequestStaysWithinItsBudget() throws IOException, ServletException {
        long without = bytes(NO_FILTER);
        long with = bytes(filter);

        assertThat(with - without).isPositive().isLessThan(BUDGET);
    }
}
