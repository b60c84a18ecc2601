package io.github.sessionstarter.benchmarks.micro;

import io.github.sessionstarter.Session;
import io.github.sessionstarter.web.CurrentSession;
import io.github.sessionstarter.web.SessionFilter;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** What the filter and the session add to a request that comes through Tomcat's own request and response. */
@State(Scope.Thread)
public class RequestBenchmark {

    private static final int READS = 1000;

    private static final Filter NO_FILTER = (request, response, chain) -> chain.doFilter(request, response);

    @Param
    public Kept kept = Kept.COOKIE;

    private final Session session = new CurrentSession();
    private final Map<String, @Nullable Object> map = new LinkedHashMap<>();
    private SessionFilter filter = kept.filter();
    private ContainerRequest visitor = new ContainerRequest("");
    private ContainerRequest user = visitor;
    private int count;
    private @Nullable Object seen;

    @Setup
    public void logIn() throws IOException, ServletException {
        filter = kept.filter();
        visitor.through(filter, (request, response) -> session.putAll(Sample.SMALL.data()));
        Collection<String> cookies = visitor.answered("Set-Cookie");
        visitor.recycle();
        String cookie = cookies.iterator().next();
        user = new ContainerRequest(cookie.substring(0, cookie.indexOf(';')));
        map.putAll(Sample.SMALL.data());
        read();
        if (!"Wolfgang".equals(seen)) {
            throw new IllegalStateException("Nobody is logged in");
        }
    }

    private Object send(ContainerRequest request, Filter filter, FilterChain chain)
            throws IOException, ServletException {
        request.through(filter, chain);
        request.recycle();
        return request;
    }

    /** The floor of all below: a request with a cookie, and nobody between it and its handler. */
    @Benchmark
    public Object withoutFilter() throws IOException, ServletException {
        return send(user, NO_FILTER, (request, response) -> {});
    }

    @Benchmark
    public Object untouchedWithoutCookie() throws IOException, ServletException {
        return send(visitor, filter, (request, response) -> {});
    }

    @Benchmark
    public Object untouchedWithCookie() throws IOException, ServletException {
        return send(user, filter, (request, response) -> {});
    }

    @Benchmark
    public Object read() throws IOException, ServletException {
        return send(user, filter, (request, response) -> seen = session.get("username"));
    }

    @Benchmark
    public Object change() throws IOException, ServletException {
        return send(user, filter, (request, response) -> session.put("count", ++count));
    }

    @Benchmark
    @OperationsPerInvocation(READS)
    public Object proxyCall(Blackhole blackhole) throws IOException, ServletException {
        return send(user, filter, (request, response) -> {
            for (int i = 0; i < READS; i++) {
                blackhole.consume(session.get("username"));
            }
        });
    }

    @Benchmark
    @OperationsPerInvocation(READS)
    public void mapCall(Blackhole blackhole) {
        for (int i = 0; i < READS; i++) {
            blackhole.consume(map.get("username"));
        }
    }
}
