package io.github.sessionstarter.server;

import java.security.Principal;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** An application that leaves all of Spring Security as it is. */
@Configuration(proxyBeanMethods = false)
@RestController
class SecuredApplication {

    @GetMapping("/me")
    String me(Principal principal) {
        return principal.getName();
    }
}
