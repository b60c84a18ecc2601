package io.github.sessionstarter.sample;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Flaskr with Spring Security, which keeps its log in, its CSRF token and the request that had to wait in the
 * HttpSession: the very session that the rest of Flaskr and the Flask twin use.
 */
@Configuration(proxyBeanMethods = false)
@Profile("security")
@EnableMethodSecurity
class SecurityConfiguration {

    /** A key of the sample's, as public as its secret key. */
    private static final String REMEMBER_ME_KEY = "flaskr-remember-me";

    private final CurrentUser currentUser;

    SecurityConfiguration(CurrentUser currentUser) {
        this.currentUser = currentUser;
    }

    @Bean
    SecurityFilterChain security(HttpSecurity http) {
        return http.authorizeHttpRequests(requests -> requests.requestMatchers("/account/**")
                        .authenticated()
                        .anyRequest()
                        .permitAll())
                .formLogin(login -> login.loginPage("/login"))
                .rememberMe(remember -> remember.key(REMEMBER_ME_KEY))
                .logout(logout -> logout.logoutSuccessUrl("/"))
                .build();
    }

    /** Those of the other profile. */
    @Bean
    UserDetailsService userDetails(Users users) {
        return new InMemoryUserDetailsManager(users.users().entrySet().stream()
                .map(user -> user(user.getKey(), user.getValue()))
                .toList());
    }

    private static UserDetails user(String name, String password) {
        return User.withUsername(name)
                .password("{noop}" + password)
                .roles(name.equals("admin") ? "ADMIN" : "USER")
                .build();
    }

    /** So that the pages, and the Flask twin, know it too. */
    @EventListener
    void note(InteractiveAuthenticationSuccessEvent event) {
        currentUser.note(event.getAuthentication().getName());
    }
}
