package io.github.sessionstarter.web;

import io.github.sessionstarter.Changes;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

/** One request and its session, without a container. */
final class SessionFixture {

    final MemoryRepository repository = new MemoryRepository();
    final MockHttpServletRequest request = new MockHttpServletRequest();
    final MockHttpServletResponse response = new MockHttpServletResponse();
    final RequestSession requestSession = newRequest();
    final TrackedSession session = new TrackedSession(requestSession);

    static SessionCookie cookie() {
        return new SessionCookie(
                new SessionCookie.Attributes("session", null, "/", true, null, null, false, 4093, true));
    }

    RequestSession newRequest() {
        SessionContext context = new SessionContext(
                repository, cookie(), new SessionValues(JsonMapper.builder().build(), repository), true);
        RequestSession created = new RequestSession(context, request, response);
        created.enter();
        return created;
    }

    /** What the request did to the session so far; it counts as saved. */
    Changes save() {
        requestSession.unsettle();
        requestSession.settle();
        return repository.saves.get(repository.saves.size() - 1);
    }

    void commit() {
        requestSession.settle();
        response.setCommitted(true);
    }
}
