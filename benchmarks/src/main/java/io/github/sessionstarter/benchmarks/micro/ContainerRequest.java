package io.github.sessionstarter.benchmarks.micro;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import org.apache.catalina.Context;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.http.Rfc6265CookieProcessor;

/** Tomcat's own request and response, which it uses again and again as this does, without a network. */
final class ContainerRequest {

    /** It was never started: its requests need no more of it than what it says of cookies. */
    private static final Context CONTEXT = context();

    private static final Connector CONNECTOR = new Connector();

    private final org.apache.coyote.Request coyoteRequest = new org.apache.coyote.Request();
    private final org.apache.coyote.Response coyoteResponse = new org.apache.coyote.Response();
    private final Request request = new Request(CONNECTOR, coyoteRequest);
    private final Response response = new Response(coyoteResponse);

    private static Context context() {
        Context context = new Tomcat().addContext("", System.getProperty("java.io.tmpdir"));
        context.setCookieProcessor(new Rfc6265CookieProcessor());
        return context;
    }

    /**
     * A request.
     *
     * @param cookie the request's one header; empty for none
     */
    ContainerRequest(String cookie) {
        coyoteRequest.setResponse(coyoteResponse);
        request.setResponse(response);
        response.setRequest(request);
        if (!cookie.isEmpty()) {
            // bytes, as they come from the network
            byte[] bytes = cookie.getBytes(StandardCharsets.ISO_8859_1);
            coyoteRequest.getMimeHeaders().setValue("Cookie").setBytes(bytes, 0, bytes.length);
        }
    }

    /** Once through a filter, as a new request. */
    void through(Filter filter, FilterChain chain) throws IOException, ServletException {
        request.getMappingData().context = CONTEXT;
        filter.doFilter(request.getRequest(), response.getResponse(), chain);
    }

    /** What the response says in the header now. */
    Collection<String> answered(String header) {
        return response.getHeaders(header);
    }

    /** Ends it: the headers that came stay. */
    void recycle() {
        response.recycle();
        coyoteResponse.recycle();
        request.recycle();
        coyoteRequest.getCookies().recycle();
    }
}
