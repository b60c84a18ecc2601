package io.github.sessionstarter.server;

import io.github.sessionstarter.Session;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Requests that take their time, and redirects. */
@Configuration(proxyBeanMethods = false)
@RestController
class RaceApplication {

    private final Session session;
    private volatile CountDownLatch underWay = new CountDownLatch(1);
    private volatile CountDownLatch goOn = new CountDownLatch(1);

    RaceApplication(Session session) {
        this.session = session;
    }

    /** The slow requests from now on wait until they are told to go on. */
    void expectSlowRequest() {
        underWay = new CountDownLatch(1);
        goOn = new CountDownLatch(1);
    }

    void awaitSlowRequest() throws InterruptedException {
        if (!underWay.await(60, TimeUnit.SECONDS)) {
            throw new AssertionError("No slow request came");
        }
    }

    void letSlowRequestGoOn() {
        goOn.countDown();
    }

    private void wait(boolean opened) throws InterruptedException {
        if (opened) {
            session.get("a");
        }
        underWay.countDown();
        if (!goOn.await(60, TimeUnit.SECONDS)) {
            throw new AssertionError("Nobody told the slow request to go on");
        }
    }

    @GetMapping("/slow/read")
    String slowRead() throws InterruptedException {
        wait(true);
        return "" + session.get("a");
    }

    @GetMapping("/slow/write")
    String slowWrite() throws InterruptedException {
        wait(true);
        session.put("slow", true);
        return "written";
    }

    @GetMapping("/slow/clear")
    String slowClear() throws InterruptedException {
        wait(true);
        session.clear();
        return "cleared";
    }

    @GetMapping("/slow/regenerate")
    String slowRegenerate() throws InterruptedException {
        wait(true);
        session.regenerate();
        return "regenerated";
    }

    @GetMapping("/slow/untouched")
    String slowUntouched() throws InterruptedException {
        wait(false);
        return "untouched";
    }

    @GetMapping("/login")
    String login() {
        session.regenerate();
        session.put("user", "wd");
        return "logged in";
    }

    @GetMapping("/logout")
    String logout() {
        session.clear();
        return "logged out";
    }

    @GetMapping("/put")
    String put(@RequestParam String key, @RequestParam int value) {
        session.put(key, value);
        session.put("counter", value);
        return "put";
    }

    @GetMapping("/get")
    String get(@RequestParam String key) {
        return "" + session.get(key);
    }

    @GetMapping("/size")
    String size() {
        return "" + session.size();
    }

    /** The response is committed before the handler ends. */
    @PostMapping("/post")
    void post(@RequestParam int n, HttpServletResponse response) throws IOException {
        session.put("n", n);
        response.sendRedirect("/get?key=n");
    }
}
