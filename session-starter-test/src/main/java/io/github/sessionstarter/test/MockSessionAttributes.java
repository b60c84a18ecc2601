package io.github.sessionstarter.test;

import jakarta.servlet.http.HttpSession;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.test.web.servlet.setup.ConfigurableMockMvcBuilder;
import org.springframework.test.web.servlet.setup.MockMvcConfigurer;
import org.springframework.web.context.WebApplicationContext;

/**
 * Brings what a test gives MockMvc by {@code sessionAttr}, {@code flashAttr} or {@code session(MockHttpSession)} into the
 * session that the application sees: MockMvc puts it into a session of the container's, which there is none of.
 *
 * <p>It looks before any other processor of requests does: what Spring Security's put into the same place, they find in
 * the request again.
 */
final class MockSessionAttributes implements MockMvcConfigurer {

    private static final String ATTRIBUTE = MockSessionAttributes.class.getName();

    @Override
    public RequestPostProcessor beforeMockMvcCreated(
            ConfigurableMockMvcBuilder<?> builder, WebApplicationContext application) {
        return request -> {
            HttpSession session = request.getSession(false);
            if (session == null || !session.getAttributeNames().hasMoreElements()) {
                return request;
            }
            Map<String, Object> attributes = new LinkedHashMap<>();
            Collections.list(session.getAttributeNames())
                    .forEach(name -> attributes.put(name, session.getAttribute(name)));
            request.setAttribute(ATTRIBUTE, attributes);
            return TestSession.of(application).postProcessRequest(request);
        };
    }

    /** What the test gave a request. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> of(MockHttpServletRequest request) {
        Object attributes = request.getAttribute(ATTRIBUTE);
        return attributes == null ? Map.of() : (Map<String, Object>) attributes;
    }
}
