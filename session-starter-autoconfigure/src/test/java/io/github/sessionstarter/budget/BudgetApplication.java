package io.github.sessionstarter.budget;

import io.github.sessionstarter.Session;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** One handler for each thing that costs. */
@Configuration(proxyBeanMethods = false)
class BudgetApplication {

    /** A request that takes longer than a second asks once more whether its session is still there; here none does. */
    @Bean
    Clock clock() {
        return Clock.fixed(Instant.now(), ZoneOffset.UTC);
    }

    @RestController
    static final class Handlers {

        private final Session session;
        private int count;

        Handlers(Session session) {
            this.session = session;
        }

        @GetMapping("/untouched")
        String untouched() {
            return "ok";
        }

        @GetMapping("/read")
        String read() {
            return String.valueOf(session.get("count"));
        }

        @GetMapping("/change")
        String change() {
            return String.valueOf(session.put("count", ++count));
        }

        @GetMapping("/regenerate")
        String regenerate() {
            session.regenerate();
            return "ok";
        }

        @GetMapping("/log-out")
        String logOut() {
            session.clear();
            return "ok";
        }
    }
}
