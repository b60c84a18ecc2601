package io.github.sessionstarter.benchmarks.application;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers as the others do, and asks no session. */
@RestController
class ConstantController {

    @GetMapping("/untouched")
    Answer untouched() {
        return new Answer("untouched", null);
    }

    @GetMapping("/read")
    Answer read() {
        return new Answer("read", Account.NAME);
    }

    @GetMapping("/change")
    Answer change() {
        return new Answer("change", 1);
    }

    @GetMapping("/log-in")
    Answer logIn() {
        return new Answer("log in", null);
    }
}
