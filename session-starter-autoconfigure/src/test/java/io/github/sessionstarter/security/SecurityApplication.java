package io.github.sessionstarter.security;

import io.github.sessionstarter.FlashMessages;
import io.github.sessionstarter.Session;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * An application for attackers. Its data come neither from the request nor get into the response: where a test finds them
 * elsewhere, it was the session that spread them.
 */
@Configuration(proxyBeanMethods = false)
@RestController
class SecurityApplication {

    /** In the session of who is logged in. */
    static final String PRECIOUS = "precious-7c1e9a04b5d83f26";

    /** It compresses to no less than a browser's 4 KiB. */
    static final String RANDOM = new Random(1)
            .ints(5_000, 'a', 'z' + 1)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();

    /** Every manner of touching a session that changes nothing. */
    static final Map<String, Function<Session, Object>> READS = new TreeMap<>();

    /** Of the cookie, by what HttpServletRequest has for it. */
    static final Map<String, Function<HttpServletRequest, Object>> QUESTIONS = Map.of(
            "its id", request -> Optional.ofNullable(request.getRequestedSessionId()),
            "whether it is valid", HttpServletRequest::isRequestedSessionIdValid,
            "whether there is a cookie", HttpServletRequest::isRequestedSessionIdFromCookie);

    static {
        READS.put("get", session -> Optional.ofNullable(session.get("k")));
        READS.put("typed get", session -> Optional.ofNullable(session.get("k", String.class)));
        READS.put("find", session -> session.find("k", String.class));
        READS.put("getOrDefault", session -> session.getOrDefault("k", "d"));
        READS.put("containsKey", session -> session.containsKey("k"));
        READS.put("containsValue", session -> session.containsValue("v"));
        READS.put("size", Session::size);
        READS.put("isEmpty", Session::isEmpty);
        READS.put("keySet contains", session -> session.keySet().contains("k"));
        READS.put("keySet size", session -> session.keySet().size());
        READS.put("values iterator", session -> session.values().iterator().hasNext());
        READS.put("values contains", session -> session.values().contains("v"));
        READS.put("entrySet isEmpty", session -> session.entrySet().isEmpty());
        READS.put("entrySet stream", session -> session.entrySet().stream().count());
        READS.put("forEach", session -> {
            session.forEach((key, value) -> {});
            return "";
        });
        READS.put("isPermanent", Session::isPermanent);
        READS.put("isNew", Session::isNew);
        READS.put("getId", session -> Optional.ofNullable(session.getId()));
        READS.put("remove absent", session -> Optional.ofNullable(session.remove("absent")));
        READS.put("computeIfPresent", session -> Optional.ofNullable(session.computeIfPresent("x", (k, v) -> v)));
    }

    private final Session session;
    private final FlashMessages flashMessages;

    /** What somebody else does while {@code /slow} is at work. */
    volatile Runnable meanwhile = () -> {};

    SecurityApplication(Session session, FlashMessages flashMessages) {
        this.session = session;
        this.flashMessages = flashMessages;
    }

    @GetMapping("/untouched")
    String untouched() {
        return "untouched";
    }

    @GetMapping("/read")
    String read(@RequestParam(defaultValue = "get") String how) {
        return "read " + (READS.get(how).apply(session) != null);
    }

    @GetMapping("/ask")
    String ask(@RequestParam String what, HttpServletRequest request) {
        return "asked " + (QUESTIONS.get(what).apply(request) != null);
    }

    @GetMapping("/who")
    String who() {
        return PRECIOUS.equals(session.get("precious")) ? "a user" : "nobody";
    }

    @GetMapping("/put")
    String put(@RequestParam String key, @RequestParam(defaultValue = "v") String value) {
        session.put(key, value);
        return "put";
    }

    @GetMapping("/permanent")
    String permanent() {
        session.setPermanent(true);
        return "permanent";
    }

    @GetMapping("/login")
    String login() {
        session.regenerate();
        session.put("precious", PRECIOUS);
        return "logged in";
    }

    @GetMapping("/logout")
    String logout() {
        session.clear();
        return "logged out";
    }

    @GetMapping("/flash")
    String flash() {
        flashMessages.add(PRECIOUS);
        return "flashed";
    }

    @GetMapping("/flashes")
    String flashes() {
        return "" + flashMessages.consume().size();
    }

    @GetMapping("/slow")
    String slow() {
        boolean known = session.containsKey("precious");
        meanwhile.run();
        session.put("slow", PRECIOUS);
        return "known: " + known;
    }

    @GetMapping("/not-modified")
    ResponseEntity<Void> notModified() {
        session.get("k");
        return ResponseEntity.status(HttpStatus.NOT_MODIFIED).eTag("\"tag\"").build();
    }

    @GetMapping("/redirect")
    void redirect(HttpServletResponse response, @RequestParam int status) throws IOException {
        session.get("k");
        response.sendRedirect("/elsewhere", status);
    }

    @GetMapping("/send-error")
    void sendError(HttpServletResponse response) throws IOException {
        session.get("k");
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }

    @GetMapping("/exception")
    String exception() {
        session.get("k");
        throw new Expected();
    }

    @GetMapping("/empty")
    ResponseEntity<Void> empty() {
        session.get("k");
        return ResponseEntity.noContent().build();
    }

    /** At the commit: the container has nothing to answer with but what is there. */
    @GetMapping("/too-large")
    void tooLarge(HttpServletResponse response, @RequestParam boolean flush) throws IOException {
        session.put("small", "s");
        session.put("middling", RANDOM.substring(0, 50));
        session.put("largest", RANDOM);
        response.getWriter().write("body");
        if (flush) {
            response.flushBuffer();
        }
    }

    private static final class Expected extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Expected() {
            super("expected", null, false, false);
        }
    }
}
