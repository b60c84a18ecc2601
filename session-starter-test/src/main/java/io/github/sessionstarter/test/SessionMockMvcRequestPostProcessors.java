package io.github.sessionstarter.test;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.context.support.WebApplicationContextUtils;

/** For a request of {@code MockMvc} or {@code MockMvcTester}: what its session holds. To be imported statically. */
public final class SessionMockMvcRequestPostProcessors {

    private SessionMockMvcRequestPostProcessors() {}

    /**
     * The request comes with a session that holds these values, as if an earlier request had put them there: {@code
     * mockMvc.perform(get("/").with(session(Map.of("username", "wd"))))}. Who wants to know what became of the session
     * takes a {@link TestSession}.
     *
     * @param values copied as by {@link io.github.sessionstarter.Session#put}; a value that cannot be kept throws an {@link
     *     IllegalArgumentException} when the request is performed
     * @return what {@code with} takes
     */
    public static RequestPostProcessor session(Map<String, ? extends @Nullable Object> values) {
        return request -> {
            TestSession session = TestSession.of(
                    WebApplicationContextUtils.getRequiredWebApplicationContext(request.getServletContext()));
            session.putAll(values);
            return session.postProcessRequest(request);
        };
    }
}
