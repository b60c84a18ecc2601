package io.github.sessionstarter.benchmarks.application;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.ArrayList;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Keeps what it knows in the {@link HttpSession}: Tomcat's, or Spring Session's. */
@RestController
class HttpSessionController {

    @GetMapping("/untouched")
    Answer untouched() {
        return new Answer("untouched", null);
    }

    @GetMapping("/read")
    Answer read(HttpSession session) {
        return new Answer("read", session.getAttribute(Account.USERNAME));
    }

    @GetMapping("/change")
    Answer change(HttpSession session) {
        int count = session.getAttribute(Account.COUNT) instanceof Integer before ? before + 1 : 1;
        session.setAttribute(Account.COUNT, count);
        return new Answer("change", count);
    }

    @GetMapping("/log-in")
    Answer logIn(HttpServletRequest request) {
        HttpSession session = request.getSession();
        session.setAttribute(Account.USERNAME, Account.NAME);
        session.setAttribute(Account.USER_ID, Account.ID);
        session.setAttribute(Account.ROLES, new ArrayList<>(Account.ROLE_NAMES));
        return new Answer("log in", null);
    }
}
