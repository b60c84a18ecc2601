package com.example;

import io.github.sessionstarter.FlashMessages;
import io.github.sessionstarter.Session;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@SpringBootApplication
@RestController
public class Application {

    private final Session session;
    private final FlashMessages flashMessages;

    Application(Session session, FlashMessages flashMessages) {
        this.session = session;
        this.flashMessages = flashMessages;
    }

    public static void main(String[] args) {
        SpringApplication.run(Application.class, args);
    }

    @PostMapping("/login")
    String login(@RequestParam("username") String username) {
        session.regenerate();
        session.put("username", username);
        flashMessages.add("You were logged in");
        return "Hello, " + username;
    }

    @GetMapping("/me")
    String me() {
        return session.find("username", String.class).orElse("nobody") + " " + flashMessages.consume().size();
    }
}
