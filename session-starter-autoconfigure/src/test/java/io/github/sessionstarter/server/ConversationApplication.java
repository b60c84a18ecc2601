package io.github.sessionstarter.server;

import io.github.sessionstarter.FlashMessage;
import io.github.sessionstarter.FlashMessages;
import io.github.sessionstarter.Session;
import io.github.sessionstarter.Tuple;
import io.github.sessionstarter.serialization.TaggedJson;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The application that the recorded conversations were held with, on Spring. Bodies are tagged JSON. */
@Configuration(proxyBeanMethods = false)
@RestController
class ConversationApplication {

    private final TaggedJson taggedJson = new TaggedJson();
    private final Session session;
    private final FlashMessages flashMessages;

    ConversationApplication(Session session, FlashMessages flashMessages) {
        this.session = session;
        this.flashMessages = flashMessages;
    }

    private ResponseEntity<byte[]> json(Map<String, ?> body) {
        Map<String, Object> copy = new LinkedHashMap<>(body);
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(taggedJson.write(copy));
    }

    private ResponseEntity<byte[]> value(Object value) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("value", value);
        return json(body);
    }

    private static List<Tuple> withCategories(List<FlashMessage> messages) {
        return messages.stream()
                .map(message -> Tuple.of(message.category(), message.message()))
                .toList();
    }

    @GetMapping("/noop")
    String noop() {
        return "noop";
    }

    @GetMapping("/read")
    ResponseEntity<byte[]> read(@RequestParam String k) {
        return value(session.get(k));
    }

    @GetMapping("/in")
    ResponseEntity<byte[]> in(@RequestParam String k) {
        return value(session.containsKey(k));
    }

    @GetMapping("/size")
    ResponseEntity<byte[]> size() {
        return value(session.size());
    }

    @GetMapping("/dump")
    ResponseEntity<byte[]> dump() {
        return json(session);
    }

    @PostMapping("/update")
    ResponseEntity<byte[]> update(@RequestBody byte[] body) {
        session.putAll(taggedJson.read(body));
        return json(session);
    }

    @PostMapping("/setdefault")
    ResponseEntity<byte[]> setDefault(@RequestBody byte[] body) {
        taggedJson.read(body).forEach((key, value) -> {
            if (!session.containsKey(key)) {
                session.put(key, value);
            }
        });
        return json(session);
    }

    @PostMapping("/reset")
    ResponseEntity<byte[]> reset(@RequestBody byte[] body) {
        session.clear();
        session.putAll(taggedJson.read(body));
        return json(session);
    }

    @GetMapping("/pop")
    ResponseEntity<byte[]> pop(@RequestParam String k) {
        session.remove(k);
        return json(session);
    }

    @GetMapping("/clear")
    String clear() {
        session.clear();
        return "cleared";
    }

    @GetMapping("/permanent")
    ResponseEntity<byte[]> permanent(@RequestParam int v) {
        session.setPermanent(v == 1);
        return json(session);
    }

    @GetMapping("/flash")
    String flash(@RequestParam String m, @RequestParam String c) {
        flashMessages.add(c, m);
        return "flashed";
    }

    @GetMapping("/flashes")
    ResponseEntity<byte[]> flashes() {
        return value(withCategories(flashMessages.consume()));
    }

    @GetMapping("/flashes-of")
    ResponseEntity<byte[]> flashesOf(@RequestParam String c) {
        List<Object> answers = new ArrayList<>();
        answers.add(withCategories(flashMessages.consume(c)));
        flashMessages.add("late", "late");
        answers.add(withCategories(flashMessages.consume()));
        return value(answers);
    }

    @GetMapping("/boom")
    String boom() {
        session.put("boom", 1);
        throw new Boom();
    }

    @GetMapping("/redirect")
    ResponseEntity<Void> redirect() {
        session.put("redirected", true);
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header("Location", "/dump")
                .build();
    }

    @GetMapping("/vary")
    String vary(HttpServletResponse response) {
        response.setHeader("Vary", "Accept-Encoding");
        session.get("x");
        return "vary";
    }

    private static final class Boom extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Boom() {
            super("boom", null, false, false);
        }
    }
}
