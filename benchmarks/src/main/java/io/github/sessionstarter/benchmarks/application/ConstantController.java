package io.github.sessionstarter.benchmarks.application;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers as the others do, and asks no session. */
@RestController
class ConstantController {

    @GetMapping("/untouched")
    String untouched() {
        return "ok";
    }

    @GetMapping("/read")
    String read() {
        return Account.NAME;
    }

    @GetMapping("/change")
    String change() {
        return "1";
    }

    @GetMapping("/log-in")
    String logIn() {
        return "welcome";
    }
}
