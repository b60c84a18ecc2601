package io.github.sessionstarter.actuate;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.OperationResponseBody;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;

/**
 * What the endpoint answers when it was asked to do something; one of these.
 *
 * @param error why it was not done
 * @param session the one that was to be described
 * @param deleted how many sessions were
 */
record Answer(
        @Nullable String error,
        @Nullable SessionDescriptor session,
        @Nullable Integer deleted) implements OperationResponseBody {

    static WebEndpointResponse<Answer> described(SessionDescriptor session) {
        return new WebEndpointResponse<>(new Answer(null, session, null));
    }

    static WebEndpointResponse<Answer> deleted(int sessions) {
        return new WebEndpointResponse<>(new Answer(null, null, sessions));
    }

    static WebEndpointResponse<Answer> badRequest(String error) {
        return error(error, WebEndpointResponse.STATUS_BAD_REQUEST);
    }

    static WebEndpointResponse<Answer> notFound(String error) {
        return error(error, WebEndpointResponse.STATUS_NOT_FOUND);
    }

    static WebEndpointResponse<Answer> unavailable(String error) {
        return error(error, WebEndpointResponse.STATUS_SERVICE_UNAVAILABLE);
    }

    private static WebEndpointResponse<Answer> error(String error, int status) {
        return new WebEndpointResponse<>(new Answer(error, null, null), status);
    }
}
