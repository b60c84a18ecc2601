package io.github.sessionstarter.faults;

import io.github.sessionstarter.Session;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** An application that reads and writes its sessions, and is interrupted in between. */
@Configuration(proxyBeanMethods = false)
class FaultApplication {

    /** What happens in the middle of the next request that allows for it. */
    static final class Interruption {

        private final AtomicReference<Runnable> next = new AtomicReference<>(() -> {});

        void is(Runnable interruption) {
            next.set(interruption);
        }

        private void happen() {
            next.getAndSet(() -> {}).run();
        }
    }

    @Bean
    Interruption interruption() {
        return new Interruption();
    }

    @RestController
    static class Requests {

        private final Session session;
        private final Interruption interruption;

        Requests(Session session, Interruption interruption) {
            this.session = session;
            this.interruption = interruption;
        }

        @GetMapping("/read")
        String read(@RequestParam String key) {
            return "" + session.get(key);
        }

        @GetMapping("/keys")
        String keys() {
            return String.join(",", session.keySet());
        }

        @GetMapping("/write")
        String write(@RequestParam String key) {
            session.put(key, "written");
            return "written";
        }

        @GetMapping("/write-two")
        String writeTwo() {
            session.put("first", "written");
            interruption.happen();
            session.put("second", "written");
            return "written";
        }

        /** Without clearing: the record goes only if nobody has changed it. */
        @GetMapping("/remove")
        String remove(@RequestParam String key) {
            session.get(key);
            interruption.happen();
            session.remove(key);
            return "removed";
        }

        @GetMapping("/untouched")
        String untouched() {
            return "untouched";
        }
    }
}
