package io.github.sessionstarter.benchmarks.application;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.core.types.Expiration;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/**
 * The least that somebody could write who needs a session in Redis: one GETEX to read it, one SETEX to write it, JSON in
 * between. Two requests at once lose one of their changes, a logout may come back, and no page says {@code Vary}.
 */
@RestController
class ByHandController {

    private static final int ID_LENGTH = 32;
    private static final long SECONDS = 31L * 24 * 60 * 60;

    private final SecureRandom random = new SecureRandom();
    private final RedisConnectionFactory connections;
    private final JsonMapper mapper;

    ByHandController(RedisConnectionFactory connections, JsonMapper mapper) {
        this.connections = connections;
        this.mapper = mapper;
    }

    @GetMapping("/untouched")
    Answer untouched() {
        return new Answer("untouched", null);
    }

    @GetMapping("/read")
    Answer read(@CookieValue("sid") String id) {
        return new Answer("read", load(id).get(Account.USERNAME));
    }

    @GetMapping("/change")
    Answer change(@CookieValue("sid") String id) {
        Map<String, Object> session = load(id);
        int count = session.get(Account.COUNT) instanceof Integer before ? before + 1 : 1;
        session.put(Account.COUNT, count);
        save(id, session);
        return new Answer("change", count);
    }

    @GetMapping("/log-in")
    Answer logIn(HttpServletResponse response) {
        byte[] bytes = new byte[ID_LENGTH];
        random.nextBytes(bytes);
        String id = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Map<String, Object> session = new HashMap<>();
        session.put(Account.USERNAME, Account.NAME);
        session.put(Account.USER_ID, Account.ID);
        session.put(Account.ROLES, Account.ROLE_NAMES);
        save(id, session);
        Cookie cookie = new Cookie("sid", id);
        cookie.setHttpOnly(true);
        cookie.setPath("/");
        response.addCookie(cookie);
        return new Answer("log in", null);
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> load(String id) {
        byte @Nullable [] json;
        try (RedisConnection connection = connections.getConnection()) {
            json = connection.stringCommands().getEx(key(id), Expiration.seconds(SECONDS));
        }
        return json == null ? new HashMap<>() : mapper.readValue(json, HashMap.class);
    }

    private void save(String id, Map<String, Object> session) {
        try (RedisConnection connection = connections.getConnection()) {
            connection.stringCommands().setEx(key(id), SECONDS, mapper.writeValueAsBytes(session));
        }
    }

    private static byte[] key(String id) {
        return ("by-hand:" + id).getBytes(StandardCharsets.US_ASCII);
    }
}
