package com.example.visits;

import io.github.sessionstarter.Session;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class VisitsController {

    private final Session session;

    VisitsController(Session session) {
        this.session = session;
    }

    @GetMapping("/")
    String visit() {
        String username = session.find("username", String.class).orElse("stranger");
        int visits = session.find("visits", Integer.class).orElse(0) + 1;
        session.put("visits", visits);
        return "Hello, " + username + ", visit " + visits + "\n";
    }

    @PostMapping("/login")
    String login(@RequestParam String username) {
        session.regenerate(); // a new id for somebody who logs in
        session.put("username", username);
        session.setPermanent(true); // outlives the browser's own session
        return "Welcome\n";
    }

    @PostMapping("/logout")
    String logout() {
        session.clear();
        return "Goodbye\n";
    }
}
