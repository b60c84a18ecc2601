package io.github.sessionstarter.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A live Flask beside a Spring application that knows only HttpSession and Spring Security. */
class LiveFlaskHttpSessionTest {

    private record Pair(FlaskPeer flask, TestServer spring) implements AutoCloseable {

        static Pair start(String type) {
            Map<String, Object> config = new HashMap<>(Map.of("SECRET_KEY", TestServer.SECRET_KEY));
            Map<String, String> properties = new HashMap<>(Map.of("spring.autoconfigure.exclude", ""));
            if (type.equals("redis")) {
                config.put("SESSION_TYPE", "redis");
                config.put("REDIS_PORT", Stores.redisPort());
                properties.putAll(Stores.REDIS.properties());
                properties.put("session.serialization-format", "pickle");
            }
            FlaskPeer flask = FlaskPeer.start(config);
            return new Pair(flask, TestServer.start(ServletContainer.TOMCAT, GuardedApplication.class, properties));
        }

        @Override
        public void close() {
            flask.close();
            spring.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"cookie", "redis"})
    void flaskReadsWhatAnHttpSessionHoldsAndWritesAndTheLogInSurvives(String type) {
        try (Pair pair = Pair.start(type)) {
            Browser onSpring = pair.spring().browser();
            onSpring.submit(onSpring.visit("/login"), "/login", Map.of("username", "wd", "password", "secret"));
            onSpring.get("/username?value=wendy");

            Browser onFlask = onSpring.movedTo(pair.flask().browser());
            String username = onFlask.get("/read?k=username").body();
            onFlask.get("/put?k=colour&v=green");

            Browser back = onFlask.movedTo(pair.spring().browser());
            assertThat(username).isEqualTo("wendy");
            assertThat(back.get("/attribute?name=colour").body()).isEqualTo("green");
            assertThat(back.get("/attribute?name=username").body()).isEqualTo("wendy");
            assertThat(back.get("/me").body()).isEqualTo("wd");
        }
    }
}
