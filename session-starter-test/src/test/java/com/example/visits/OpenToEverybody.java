package com.example.visits;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.web.SecurityFilterChain;

/** Not in the document, whose application has no Spring Security: this module has it for other tests. */
@Configuration
class OpenToEverybody {

    @Bean
    SecurityFilterChain nothingIsGuarded(HttpSecurity http) {
        return http.csrf(CsrfConfigurer::disable).build();
    }
}
