package io.github.sessionstarter.test.shop;

import io.github.sessionstarter.Session;
import jakarta.servlet.http.HttpSession;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/** An application whose tests use what this module gives. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(
        exclude = {
            SecurityAutoConfiguration.class,
            UserDetailsServiceAutoConfiguration.class,
            SecurityFilterAutoConfiguration.class,
            ServletWebSecurityAutoConfiguration.class
        })
@Import(ShopApplication.ShopController.class)
class ShopApplication {

    /** What the HttpSession keeps; allowed by its package. */
    static final class Cart {

        private List<String> items = new ArrayList<>();

        static Cart of(String... items) {
            Cart cart = new Cart();
            cart.items.addAll(List.of(items));
            return cart;
        }

        public List<String> getItems() {
            return items;
        }

        public void setItems(List<String> items) {
            this.items = items;
        }
    }

    @RestController
    static class ShopController {

        private final Session session;

        ShopController(Session session) {
            this.session = session;
        }

        @PostMapping("/login")
        RedirectView login(@RequestParam String username) {
            session.regenerate();
            session.put("username", username);
            return new RedirectView("/me");
        }

        @PostMapping("/logout")
        String logout() {
            session.clear();
            return "";
        }

        @GetMapping("/me")
        String me() {
            return session.find("username", String.class).orElse("nobody");
        }

        @GetMapping("/about")
        String about() {
            return "about";
        }

        @PostMapping("/cart")
        String add(@RequestParam String item, HttpSession httpSession) {
            Cart cart = httpSession.getAttribute("cart") instanceof Cart present ? present : new Cart();
            cart.getItems().add(item);
            httpSession.setAttribute("cart", cart);
            return String.join(" ", cart.getItems());
        }

        @PostMapping("/order")
        RedirectView order(RedirectAttributes redirect) {
            redirect.addFlashAttribute("ordered", "Thank you");
            return new RedirectView("/ordered");
        }

        @GetMapping("/ordered")
        String ordered(Model model) {
            return String.valueOf(model.getAttribute("ordered"));
        }
    }
}
