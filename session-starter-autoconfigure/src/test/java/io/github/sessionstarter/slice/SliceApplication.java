package io.github.sessionstarter.slice;

import io.github.sessionstarter.FlashMessages;
import io.github.sessionstarter.Session;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@SpringBootApplication
class SliceApplication {

    @RestController
    static class LoginController {

        private final Session session;
        private final FlashMessages flashMessages;

        LoginController(Session session, FlashMessages flashMessages) {
            this.session = session;
            this.flashMessages = flashMessages;
        }

        @PostMapping("/login")
        String login(@RequestParam String username) {
            session.put("username", username);
            flashMessages.add("You were logged in");
            return "login";
        }

        @GetMapping("/me")
        String me(Session argument) {
            return argument.find("username", String.class).orElse("nobody") + " "
                    + flashMessages.consume().size();
        }
    }
}
