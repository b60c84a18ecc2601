package io.github.sessionstarter.actuate;

import io.github.sessionstarter.Session;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** An application whose operator looks at its sessions. */
@Configuration(proxyBeanMethods = false)
class OperatedApplication {

    /** What others do in the middle of the next request that waits for them. */
    static final class Others {

        private final AtomicReference<Runnable> next = new AtomicReference<>(() -> {});

        void then(Runnable deed) {
            next.set(deed);
        }

        private void act() {
            next.getAndSet(() -> {}).run();
        }
    }

    @Bean
    Others others() {
        return new Others();
    }

    @RestController
    static class Requests {

        private final Session session;
        private final Others others;

        Requests(Session session, Others others) {
            this.session = session;
            this.others = others;
        }

        @GetMapping("/untouched")
        String untouched() {
            return "untouched";
        }

        @GetMapping("/get")
        String get(@RequestParam String key) {
            return "" + session.get(key);
        }

        @GetMapping("/put")
        String put(@RequestParam String key, @RequestParam String value) {
            session.put(key, value);
            return "put";
        }

        @GetMapping("/put-much")
        String putMuch() {
            session.put("much", "%08x".repeat(2000).formatted((Object[]) numbers()));
            return "put";
        }

        private static Integer[] numbers() {
            Integer[] numbers = new Integer[2000];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = i * 0x9E3779B9;
            }
            return numbers;
        }

        @GetMapping("/put-slowly")
        String putSlowly(@RequestParam String key, @RequestParam String value) {
            session.get(key);
            others.act();
            session.put(key, value);
            return "put";
        }

        @GetMapping("/regenerate")
        String regenerate() {
            session.regenerate();
            return "regenerated";
        }

        @GetMapping("/clear")
        String clear() {
            session.clear();
            return "cleared";
        }
    }
}
