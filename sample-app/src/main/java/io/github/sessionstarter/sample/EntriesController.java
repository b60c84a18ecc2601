package io.github.sessionstarter.sample;

import io.github.sessionstarter.FlashMessages;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

@Controller
class EntriesController {

    private final Entries entries;
    private final CurrentUser currentUser;
    private final FlashMessages flashMessages;

    EntriesController(Entries entries, CurrentUser currentUser, FlashMessages flashMessages) {
        this.entries = entries;
        this.currentUser = currentUser;
        this.flashMessages = flashMessages;
    }

    @GetMapping("/")
    String list(Model model) {
        model.addAttribute("form", EntryForm.EMPTY);
        return page(model);
    }

    @PostMapping("/entries")
    String post(
            @Valid @ModelAttribute("form") EntryForm form,
            BindingResult binding,
            Model model,
            HttpServletResponse response) {
        if (!currentUser.isLoggedIn()) {
            flashMessages.add("error", "Log in to post an entry");
            return "redirect:/login";
        }
        if (binding.hasErrors()) {
            binding.getFieldErrors().stream()
                    .map(DefaultMessageSourceResolvable::getDefaultMessage)
                    .forEach(problem -> flashMessages.add("error", problem));
            // no redirect: what was typed is shown again
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return page(model);
        }
        entries.add(form.title(), form.text());
        flashMessages.add("success", "New entry was successfully posted");
        return "redirect:/";
    }

    private String page(Model model) {
        model.addAttribute("entries", entries.all());
        return "entries";
    }
}
