package io.github.sessionstarter.benchmarks.application;

import io.github.sessionstarter.Session;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Keeps what it knows in the starter's session. */
@RestController
class SessionController {

    private final Session session;

    SessionController(Session session) {
        this.session = session;
    }

    @GetMapping("/untouched")
    Answer untouched() {
        return new Answer("untouched", null);
    }

    @GetMapping("/read")
    Answer read() {
        return new Answer("read", session.get(Account.USERNAME));
    }

    @GetMapping("/change")
    Answer change() {
        int count = session.get(Account.COUNT) instanceof Integer before ? before + 1 : 1;
        session.put(Account.COUNT, count);
        return new Answer("change", count);
    }

    @GetMapping("/log-in")
    Answer logIn() {
        session.put(Account.USERNAME, Account.NAME);
        session.put(Account.USER_ID, Account.ID);
        session.put(Account.ROLES, Account.ROLE_NAMES);
        return new Answer("log in", null);
    }
}
