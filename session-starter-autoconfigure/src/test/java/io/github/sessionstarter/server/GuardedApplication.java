package io.github.sessionstarter.server;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** An application that uses what of Spring Security needs a session, and has a page that needs none. */
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity
@RestController
class GuardedApplication {

    @Bean
    SecurityFilterChain security(HttpSecurity http) {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .formLogin(Customizer.withDefaults())
                .rememberMe(remember -> remember.key("a key of the tests"))
                .build();
    }

    /** Of its own, for remembering asks each request whether somebody is logged in. */
    @Bean
    @Order(0)
    SecurityFilterChain openToAll(HttpSecurity http) {
        return http.securityMatcher("/open")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .formLogin(Customizer.withDefaults())
                .build();
    }

    @Bean
    UserDetailsService users() {
        return new InMemoryUserDetailsManager(
                User.withUsername("wd").password("{noop}secret").roles("USER").build(),
                User.withUsername("away")
                        .password("{noop}secret")
                        .disabled(true)
                        .build());
    }

    /** A bean of its own: method security goes around beans. */
    static class Vault {

        @PreAuthorize("hasRole('ADMIN')")
        public String open() {
            return "gold";
        }
    }

    @Bean
    static Vault vaultBean() {
        return new Vault();
    }

    private final Vault vault;

    GuardedApplication(Vault vault) {
        this.vault = vault;
    }

    @GetMapping("/open")
    String open() {
        return "open";
    }

    @GetMapping("/me")
    String me(Principal principal) {
        return principal.getName();
    }

    @GetMapping("/id")
    String id(HttpServletRequest request) {
        return request.getSession().getId();
    }

    @GetMapping("/vault")
    String vault() {
        return vault.open();
    }

    @PostMapping("/post")
    String post() {
        return "posted";
    }

    @GetMapping("/username")
    String username(@RequestParam String value, HttpServletRequest request) {
        request.getSession().setAttribute("username", value);
        return "set";
    }

    @GetMapping("/attribute")
    String attribute(@RequestParam String name, HttpServletRequest request) {
        return "" + request.getSession().getAttribute(name);
    }
}
