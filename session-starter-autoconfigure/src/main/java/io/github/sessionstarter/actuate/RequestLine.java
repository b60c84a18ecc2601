package io.github.sessionstarter.actuate;

import java.util.Map;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.HandlerMapping;

/**
 * The path and query of the request that an endpoint answers. Spring Boot makes one map of an operation's arguments: the
 * body's override the path's, and the query's override both. So who may call one path could have what another one does,
 * by naming it in the body, and a secret would be taken from a URL.
 */
final class RequestLine {

    private RequestLine() {}

    /** Whether a variable of the path has this value, and there is no query. */
    static boolean says(String variable, String value) {
        if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes)) {
            return true;
        }
        Object variables = attributes.getRequest().getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        return attributes.getRequest().getQueryString() == null
                && variables instanceof Map<?, ?> map
                && value.equals(map.get(variable));
    }
}
