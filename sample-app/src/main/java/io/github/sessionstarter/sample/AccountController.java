package io.github.sessionstarter.sample;

import jakarta.servlet.http.HttpSession;
import java.security.Principal;
import org.springframework.context.annotation.Profile;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A page for those who are logged in, by code that knows only HttpSession. */
@Controller
@Profile("security")
class AccountController {

    /** The key under which Flask finds it. */
    private static final String COLOUR = "colour";

    @GetMapping("/account")
    String show(Principal principal, HttpSession session, Model model) {
        model.addAttribute("name", principal.getName());
        model.addAttribute(COLOUR, session.getAttribute(COLOUR));
        return "account";
    }

    @PostMapping("/account/colour")
    String paint(@RequestParam String colour, HttpSession session) {
        session.setAttribute(COLOUR, colour);
        return "redirect:/account";
    }

    @GetMapping("/account/everybody")
    @PreAuthorize("hasRole('ADMIN')")
    String everybody(Principal principal, Model model) {
        model.addAttribute("name", principal.getName());
        return "account";
    }
}
