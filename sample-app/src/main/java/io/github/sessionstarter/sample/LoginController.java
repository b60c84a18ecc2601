package io.github.sessionstarter.sample;

import io.github.sessionstarter.FlashMessages;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class LoginController {

    private final Users users;
    private final CurrentUser currentUser;
    private final FlashMessages flashMessages;

    LoginController(Users users, CurrentUser currentUser, FlashMessages flashMessages) {
        this.users = users;
        this.currentUser = currentUser;
        this.flashMessages = flashMessages;
    }

    /** The login page shows them: this is a demonstration. */
    @ModelAttribute("users")
    Users users() {
        return users;
    }

    @GetMapping("/login")
    String form() {
        return "login";
    }

    /** Tells a wrong name from a wrong password, as the tutorial does; a real login must not. */
    @PostMapping("/login")
    String logIn(
            @RequestParam String username, @RequestParam String password, Model model, HttpServletResponse response) {
        if (!users.knows(username)) {
            return refuse("username", "Invalid username", username, model, response);
        }
        if (!users.accepts(username, password)) {
            return refuse("password", "Invalid password", username, model, response);
        }
        currentUser.logIn(username);
        flashMessages.add("success", "You were logged in");
        return "redirect:/";
    }

    private static String refuse(
            String field, String error, String username, Model model, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        model.addAttribute("field", field);
        model.addAttribute("problem", error);
        model.addAttribute("username", username);
        return "login";
    }

    @PostMapping("/logout")
    String logOut() {
        currentUser.logOut();
        flashMessages.add("success", "You were logged out");
        return "redirect:/";
    }
}
