package io.github.sessionstarter.actuate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sessionstarter.server.Browser;
import io.github.sessionstarter.server.ServletContainer;
import io.github.sessionstarter.server.Stores;
import io.github.sessionstarter.server.TestServer;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;

/** Who is shown a session's values, in an application with Spring Security. */
class ShowValuesTest {

    @Configuration(proxyBeanMethods = false)
    @Import(OperatedApplication.class)
    static class Secured {

        @Bean
        SecurityFilterChain chain(HttpSecurity http) throws Exception {
            return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                    .httpBasic(Customizer.withDefaults())
                    .csrf(AbstractHttpConfigurer::disable)
                    .build();
        }

        @Bean
        UserDetailsService users() {
            return new InMemoryUserDetailsManager(user("operator", "OPERATOR"), user("viewer", "VIEWER"));
        }

        private static UserDetails user(String name, String role) {
            return User.withUsername(name).password("{noop}" + name).roles(role).build();
        }

        @Bean
        SanitizingFunction ofTheApplication() {
            return SanitizingFunction.sanitizeValue().ifKeyContains("card");
        }
    }

    private static String shownTo(String name, String showValues, String roles) {
        Map<String, String> properties = new HashMap<>(Stores.REDIS.properties());
        properties.put("spring.autoconfigure.exclude", "");
        properties.put("management.endpoints.web.exposure.include", "sessionstore");
        properties.put("management.endpoint.sessionstore.show-values", showValues);
        properties.put("management.endpoint.sessionstore.roles", roles);
        try (TestServer server = TestServer.start(ServletContainer.TOMCAT, Secured.class, properties)) {
            Browser browser = server.browser();
            browser.get("/put?key=username&value=precious");
            browser.get("/put?key=credit-card&value=4111");
            Operator.Answer answer = new Operator(server, name)
                    .post("sessionstore/describe", "{\"sid\": \"" + browser.cookie("session") + "\"}");
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.json().at("/session/keys").valueStream().map(key -> key.stringValue()))
                    .containsExactlyInAnyOrder("_permanent", "username", "credit-card");
            return answer.text();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "never, operator, OPERATOR",
        "never, , ''",
        "when-authorized, , ''",
        "when-authorized, , OPERATOR",
        "when-authorized, viewer, OPERATOR"
    })
    void valuesAreNotShown(String showValues, String name, String roles) {
        assertThat(shownTo(name, showValues, roles)).doesNotContain("precious", "4111", "\"values\"");
    }

    @ParameterizedTest
    @CsvSource({"always, , ''", "when-authorized, viewer, ''", "when-authorized, operator, OPERATOR"})
    void valuesAreShown(String showValues, String name, String roles) {
        assertThat(shownTo(name, showValues, roles)).contains("\"username\":\"precious\"");
    }

    @Test
    void whatTheApplicationSanitizesIsNot() {
        assertThat(shownTo(null, "always", ""))
                .contains("\"credit-card\":\"******\"")
                .doesNotContain("4111");
    }
}
